import { createLanguageModel } from '../../../src/understanding/language-detection/create-language-model';
import type { LanguageWords } from '../../../src/understanding/language-detection/language-words';
import { createWishReader } from '../../../src/understanding/language-detection/wish';
import { languageWords, words } from '../words';

const dutch: LanguageWords = {
  ...{ name: 'Nederlands', locale: 'nl-NL', calledBy: ['nederlands', 'dutch'] },
  ...{ wishVerbs: ['spreek'], wishWords: ['in', 'het', 'graag'], negations: ['niet'] },
  ...{
    awayWords: ['van'],
    neighbourWords: [],
    neighbours: [],
    everydayWords: ['hallo', 'bedankt', 'sleutel'],
  },
  functionWords: ['de', 'het', 'een', 'wij', 'kunnen', 'hoe', 'onze', 'verlengen', 'niet', 'of'],
};
const all = new Map([...languageWords, ['nl', dutch]]);

it('is told from the others by its own words', () => {
  const { nl: sample = '', ...foreignSamples } = words.foreignSamples;
  const fit = createLanguageModel({
    words: all,
    utterances: new Map([['nl', [sample]]]),
    foreignSamples,
    borrowedWords: new Set(words.entities.borrowedWords),
  });
  expect(fit('Hoe kunnen wij onze licentie verlengen?')).toMatchObject({ language: 'nl' });
  expect(fit('How do we extend our licence?')).toMatchObject({ language: 'en' });
  expect(fit('Hur förlänger vi vår licens?')).toMatchObject({ language: 'sv' });
});

it('is wished for by its own name', () => {
  expect(createWishReader(all)('in het nederlands graag')).toBe('nl');
});
