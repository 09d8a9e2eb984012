import { createWishReader } from '../../../src/understanding/language-detection/wish';
import { languageWords } from '../words';

const readWish = createWishReader(languageWords);

it.each([
  ['can we do this in Swedish?', 'sv'],
  ['switch back to English please, my boss just walked in', 'en'],
  ['Swedish', 'sv'],
  ['svenska tack', 'sv'],
  ['English please', 'en'],
  ['byt till engelska', 'en'],
  ['kan du svara på svenska hur man förnyar action pack', 'sv'],
  ['Sorry, kan vi switcha till svenska instead?', 'sv'],
  ['do you speak Swedish?', 'sv'],
  ['Can you reply in English instead of Swedish?', 'en'],
  ['byt från engelska till svenska', 'sv'],
  ['not Swedish, English please', 'en'],
])('%s wishes for %s', (text, language) => {
  expect(readWish(text)).toBe(language);
});

it.each([
  'Is there a Swedish price list for the Action Pack?',
  'our Swedish office activated the token',
  "I don't speak Swedish",
  'vår svenska tenant har fel licenser',
  'Does the English version of Visual Studio come with it?',
  'How do I renew?',
])('%s wishes for no language', (text) => {
  expect(readWish(text)).toBeUndefined();
});
