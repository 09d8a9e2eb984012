import { Spelling } from '../../../src/understanding/languages/spelling';

const words = new Map([
  ['licence', 40],
  ['licences', 20],
  ['house', 9],
  ['token', 30],
  ['renewal', 12],
  ['seldom', 1],
]);
const spelling = new Spelling(words, 3);

describe('Spelling', () => {
  it.each([
    ['a dropped letter', 'licnce', 'licence'],
    ['a doubled letter', 'renewwal', 'renewal'],
    ['swapped neighbours', 'tokne', 'token'],
    ['a wrong letter in a long word', 'renewol', 'renewal'],
    ['an inflection it hasn’t seen', 'renewals', 'renewal'],
  ])('repairs %s', (_, typed, meant) => {
    expect(spelling.repair(typed)).toBe(meant);
  });

  it.each([
    ['a short word with another letter', 'horse'],
    ['a short word with another beginning', 'tokes'],
    ['two slips', 'rnewl'],
    ['a word known from one utterance only', 'seldon'],
    ['three letters', 'tok'],
    ['a number', 'token1'],
  ])('leaves %s', (_, typed) => {
    expect(spelling.repair(typed)).toBeUndefined();
  });
});
