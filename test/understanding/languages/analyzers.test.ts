import { Analyzers } from '../../../src/understanding/languages/analyzers';
import { countWords } from '../../../src/understanding/languages/word-list';

const english = ['split a token', 'split the token', 'split that token', 'renew the licence'];
const swedish = ['dela en polett', 'dela vår polett', 'dela er polett', 'förnya licensen'];
const analyzers = new Analyzers(
  new Map([
    [
      'en',
      {
        lexicon: {
          concepts: { share: ['split', 'break up'], token: ['token'] },
          spellings: { pls: 'please' },
          compoundParts: [],
        },
        words: countWords(english),
      },
    ],
    [
      'sv',
      {
        lexicon: {
          concepts: { share: ['dela'], token: ['polett'], licence: ['licens'] },
          spellings: { nån: 'någon' },
          compoundParts: ['produkt', 'licens'],
        },
        words: countWords(swedish),
      },
    ],
  ]),
);
const stemsOf = (text: string, language: string) =>
  analyzers.analyze(text, language).words.map(({ stem }) => stem);

describe('Analyzers', () => {
  it('finds the same concepts in both languages', () => {
    expect(analyzers.analyze('can tokens be split?', 'en').concepts).toEqual(['token', 'share']);
    expect(analyzers.analyze('kan poletter delas?', 'sv').concepts).toEqual(['token', 'share']);
  });

  it('finds phrases and the parts of compounds', () => {
    expect(analyzers.analyze('may I break it up', 'en').concepts).toEqual([]);
    expect(analyzers.analyze('may I break up a batch', 'en').concepts).toEqual(['share']);
    expect(analyzers.analyze('våra produktlicenser', 'sv').concepts).toEqual(['licence']);
  });

  it('takes inflections, missing diacritics and slips for the same word', () => {
    expect(stemsOf('förnyas', 'sv')).toEqual(stemsOf('fornya', 'sv'));
    expect(stemsOf('toekn', 'en')).toEqual(stemsOf('token', 'en'));
    expect(stemsOf('pls', 'en')).toEqual(stemsOf('please', 'en'));
  });

  it('repairs no word that the other language knows', () => {
    expect(stemsOf('polett', 'en')).toEqual(['polett']);
  });

  it('reads numbers by their length', () => {
    expect(stemsOf('7 30 365 2021', 'en')).toEqual(['#', '##', '###', '###']);
  });

  it('takes the words of an unknown language as they are', () => {
    expect(stemsOf('Été 2021', 'fr')).toEqual(['ete', '###']);
  });
});
