import { namesOtherCompany } from '../../src/accounts/names-other-company';
import { createWording } from '../../src/accounts/wording';
import { translator } from '../support/content';

const wording = createWording({ t: translator.in('en'), locale: 'en-GB' });
const names = (text: string) =>
  namesOtherCompany(text, { company: 'Svealand Consulting AB', entities: [], wording });

it.each([
  "When is Fabrikam's renewal window?",
  'How many keys has Fabrikam Ltd left?',
  'Show the tokens of MPN ID 1234567',
])('another company is meant: %s', (text) => {
  expect(names(text)).toBe(true);
});

it.each([
  "When is Svealand's renewal window?",
  "Is it Microsoft's fault?",
  'How many keys has Svealand Consulting AB left?',
  'How many seats are left?',
])('the own company is meant: %s', (text) => {
  expect(names(text)).toBe(false);
});
