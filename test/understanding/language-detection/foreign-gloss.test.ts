import { createGloss } from '../../../src/understanding/language-detection/foreign-gloss';

const words = { renew: ['renouvel*', 'verläng*'], subscription: ['abonnement'], when: ['quand'] };
const gloss = createGloss({ language: 'en', words }, new Set(['visio']));

it.each([
  ['Quand renouveler l’abonnement Visio ?', 'when renew subscription visio'],
  ['verlangern wir das?', 'renew'],
  ['abonnements', ''],
  ['', ''],
])('"%s" is about "%s"', (text, meaning) => {
  expect(gloss.of(text)).toBe(meaning);
});
