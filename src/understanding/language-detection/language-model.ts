import type { Language } from '../../core/language';
import { trainLetterModel } from './letter-model';
import { wordsOf } from './words-of';

/** What a language looks like: text that is surely written in it. */
export interface LanguageSample {
  readonly language: Language;
  /** False for a language that is only told from ours, never answered in. */
  readonly isSupported: boolean;
  readonly texts: readonly string[];
  /** Closed-class words: they make the frame of a sentence whatever nouns are borrowed. */
  readonly functionWords: readonly string[];
}

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

/** Nats that one word can say at most: a borrowed noun mustn't outweigh the sentence around it. */
const LIMIT = { functionWord: 6, other: 3 };
/** Share of words that a language's training text doesn't hold. */
const NEW_WORD = 0.3;
/** Nats that a foreign language must be ahead. */
const FOREIGN_HANDICAP = 4;
/** Diacritics are often left out; such forms are known, as rarer than the right ones. */
const FOLDED_SHARE = 0.2;
/** Mean log-probability a letter below which a spelling is mash: typing errors stay above. */
const MASH = -2.8;
/** Shorter words may be hit by chance. */
const MIN_LETTERS = { known: 2, unknown: 3 };
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Learns to tell languages apart from words and letters. `protectedWords` belong to no language
 * (names of products, words of the trade that are borrowed everywhere) and count for none.
 */
export function trainLanguageModel(
  samples: readonly LanguageSample[],
  protectedWords: ReadonlySet<string>,
): LanguageModel {
  const counts = samples.map((sample) => countWords(sample, protectedWords));
  const totals = counts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0));
  const spelling = trainLetterModel(counts);
  const functionWords = new Set(samples.flatMap((sample) => sample.functionWords));
  const ourLetters = lettersOf(samples.filter(({ isSupported }) => isSupported));
  // Worked out when first asked for; bounded, since only words of the training text are kept.
  const known = new Map<string, Float64Array>();

  const isKnown = (word: string): boolean => counts.some((words) => words.has(word));
  /** Nats that each language lies behind the best one, by this word alone. */
  const lagsOf = (word: string): Float64Array => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const scores = spelling(word).map((logSpelling, index) => {
      const share = (counts[index]?.get(word) ?? 0) / (totals[index] ?? 1);
      return Math.log((1 - NEW_WORD) * share + NEW_WORD * Math.exp(logSpelling));
    });
    const best = scores.reduce((left, right) => Math.max(left, right));
    const limit = functionWords.has(word) ? LIMIT.functionWord : LIMIT.other;
    const lags = scores.map((score) => Math.min(best - score, limit));
    if (isKnown(word)) known.set(word, lags);
    return lags;
  };

  const isWordLike = (word: string): boolean =>
    (word.length >= MIN_LETTERS.known && isKnown(word)) ||
    (word.length >= MIN_LETTERS.unknown &&
      spelling(word).some(
        (score, index) => samples[index]?.isSupported && score >= MASH * (word.length + 1),
      ));

  return (text) => {
    const lag = new Float64Array(samples.length);
    const all = wordsOf(text);
    const words = all.filter((word) => !protectedWords.has(word));
    for (const word of words) {
      const lags = lagsOf(word);
      for (let index = 0; index < lag.length; index++)
        lag[index] = (lag[index] ?? 0) + (lags[index] ?? 0);
    }
    const fit = judge(samples, lag);
    const isStrange = isInOtherLetters(words, ourLetters);
    return {
      ...fit,
      foreignScore: isStrange ? 1 : fit.foreignScore,
      words: words.length,
      isWordLike: words.length < all.length || all.some(isWordLike),
    };
  };
}

function lettersOf(samples: readonly LanguageSample[]): ReadonlySet<string> {
  return new Set(
    samples.flatMap(({ texts }) => texts.join('').toLowerCase().match(/\p{L}/gu) ?? []),
  );
}

/** Whether most words begin with a letter that no supported language has, as in another script. */
function isInOtherLetters(words: readonly string[], ourLetters: ReadonlySet<string>): boolean {
  const strange = words.filter((word) => !ourLetters.has(word.charAt(0))).length;
  return words.length > 0 && strange * 2 > words.length;
}

function judge(
  samples: readonly LanguageSample[],
  lag: Float64Array,
): Pick<LanguageFit, 'language' | 'score' | 'foreignScore'> {
  const weighed = samples.map(({ language, isSupported }, index) => ({
    language,
    isSupported,
    weight: Math.exp(-(lag[index] ?? 0) - (isSupported ? 0 : FOREIGN_HANDICAP)),
  }));
  const supported = weighed.filter(({ isSupported }) => isSupported);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const ours = supported.reduce((sum, { weight }) => sum + weight, 0);
  const best = supported.reduce((left, right) => (right.weight > left.weight ? right : left));
  return {
    language: best.language,
    score: ours === 0 ? 1 / supported.length : best.weight / ours,
    foreignScore: total === 0 ? 0 : 1 - ours / total,
  };
}

function countWords(
  { texts, functionWords }: LanguageSample,
  protectedWords: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string, weight: number): void => {
    counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const text of [...texts, ...functionWords]) {
    for (const word of wordsOf(text)) {
      if (protectedWords.has(word)) continue;
      count(word, 1);
      if (!ASCII.test(word)) count(word.normalize('NFD').replace(/\p{M}/gu, ''), FOLDED_SHARE);
    }
  }
  return counts;
}
