import type { Language } from '../../core/language';
import { remember } from '../../core/remember';
import { Spelling } from '../languages/spelling';
import { lagsOf, type LanguageData } from './learn-languages';
import { createLetterModel } from './letter-model';
import { VectorTable } from './vector-table';
import { spelledWordsOf } from './words-of';

/** How well a text fits the languages. */
export interface LanguageFit {
  /** The supported language that fits best. */
  readonly language: Language;
  /** Probability, 0 to 1, of that language against the other supported ones. */
  readonly score: number;
  /** Probability, 0 to 1, that the text is in none of the supported languages. */
  readonly foreignScore: number;
  /** Words that count, the protected ones left out. */
  readonly words: number;
  /** Whether at least one word is known or spelt like a word of a supported language. */
  readonly isWordLike: boolean;
}

export type LanguageModel = (text: string) => LanguageFit;

/** Nats that a foreign language must be ahead. */
const FOREIGN_HANDICAP = 4;
/** Mean log-probability a letter below which a spelling is mash: typing errors stay above. */
const MASH = -2.8;
/** Shorter words may be hit by chance. */
const MIN_LETTERS = { known: 2, unknown: 3 };
/** Shorter names are not told from words that begin alike. */
const SHORTEST_NAME = 4;
/** Unknown words whose lags are remembered, as they have to be spelt. */
const REMEMBERED_WORDS = 5000;

/** Makes the judge of texts from what {@link learnLanguages} learnt. */
export function languageModelOf(data: LanguageData): LanguageModel {
  const { languages } = data;
  const known = new VectorTable(data.words, languages.length);
  const spell = createLetterModel(
    new VectorTable(data.spelling, languages.length),
    languages.length,
  );
  const protectedWords = new Set(data.protectedWords);
  const ourLetters = new Set(data.letters);

  const isLikeName = createNameLikeness(data.protectedWords);
  const lagsOfUnknown = remember(
    (word) => (isLikeName(word) ? undefined : lagsOf(spell(word), () => 0)),
    { limit: REMEMBERED_WORDS },
  );
  const addLags = (sums: Float64Array, word: string): void => {
    if (known.addTo(sums, word)) return;
    const lags = lagsOfUnknown(word);
    if (lags === undefined) return;
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (lags[i] ?? 0);
  };
  const isWordLike = (word: string): boolean =>
    (word.length >= MIN_LETTERS.known && known.has(word)) ||
    (word.length >= MIN_LETTERS.unknown &&
      spell(word).some(
        (score, index) => languages[index]?.isSupported && score >= MASH * (word.length + 1),
      ));

  return (text) => {
    const lags = new Float64Array(languages.length);
    const all = spelledWordsOf(text);
    const words = all.filter((word) => !protectedWords.has(word));
    for (const word of words) addLags(lags, word);
    const fit = judge(data, lags);
    return {
      ...fit,
      foreignScore: isInOtherLetters(words, ourLetters) ? 1 : fit.foreignScore,
      words: words.length,
      isWordLike: words.length < all.length || all.some(isWordLike),
    };
  };
}

/** Makes the test whether an unknown word is a slip or an inflected form of a word that belongs to no language. */
function createNameLikeness(names: readonly string[]): (word: string) => boolean {
  const all = new Set(names);
  const spelling = new Spelling(new Map(names.map((name) => [name, 1])), 1);
  const isInflected = (word: string): boolean =>
    [1, 2].some(
      (ending) => word.length - ending >= SHORTEST_NAME && all.has(word.slice(0, -ending)),
    );
  return (word) => isInflected(word) || spelling.repair(word) !== undefined;
}

/** Whether most words begin with a letter that no supported language has, as in another script. */
function isInOtherLetters(words: readonly string[], ourLetters: ReadonlySet<string>): boolean {
  const strange = words.filter((word) => !ourLetters.has(word.charAt(0))).length;
  return words.length > 0 && strange * 2 > words.length;
}

function judge(
  { languages }: LanguageData,
  lags: Float64Array,
): Pick<LanguageFit, 'language' | 'score' | 'foreignScore'> {
  let [total, ours, supported, highest] = [0, 0, 0, -Infinity];
  let best = '';
  languages.forEach(({ language, isSupported }, index) => {
    const weight = Math.exp(-(lags[index] ?? 0) - (isSupported ? 0 : FOREIGN_HANDICAP));
    total += weight;
    if (!isSupported) return;
    ours += weight;
    supported++;
    if (weight > highest) [best, highest] = [language, weight];
  });
  return {
    language: best,
    score: ours === 0 ? 1 / supported : highest / ours,
    foreignScore: total === 0 ? 0 : 1 - ours / total,
  };
}
