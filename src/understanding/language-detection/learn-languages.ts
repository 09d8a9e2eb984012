import type { Language } from '../../core/language';
import { withoutMarks } from '../../core/without-marks';
import { createLetterModel } from './letter-model';
import { learnSpelling } from './letter-statistics';
import { packVectors, VectorTable, type VectorData } from './vector-table';
import { countWords, type WordCounts } from './word-counts';

/** What a language looks like: text that is surely written in it. */
export interface LanguageSample {
  readonly language: Language;
  /** False for a language that is only told from ours, never answered in. */
  readonly isSupported: boolean;
  readonly texts: readonly string[];
  /** Closed-class words: they make the frame of a sentence whatever nouns are borrowed. */
  readonly functionWords: readonly string[];
}

/** All that telling languages apart needs. */
export interface LanguageData {
  readonly languages: readonly { readonly language: Language; readonly isSupported: boolean }[];
  /** Words that belong to no language (names of products, words that are borrowed everywhere) and count for none. */
  readonly protectedWords: readonly string[];
  /** Every letter that a supported language has. */
  readonly letters: string;
  /** Nats that each language lies behind the best one by a known word alone. */
  readonly words: VectorData;
  /** Log-probability in each language of a run's last letter given those before. */
  readonly spelling: VectorData;
}

/** Nats that one word can say at most: a borrowed noun mustn't outweigh the sentence around it. */
const LIMIT = { functionWord: 6, other: 3 };
/** Share of words that a language's training text doesn't hold. */
const NEW_WORD = 0.3;

/** Nats that each language lies behind the best one by one word: its spelling, and its share of each language's words. */
export function lagsOf(
  spelling: Float64Array,
  share: (index: number) => number,
  limit: number = LIMIT.other,
): Float64Array {
  const scores = spelling.map((log, index) =>
    Math.log((1 - NEW_WORD) * share(index) + NEW_WORD * Math.exp(log)),
  );
  const best = Math.max(...scores);
  return scores.map((score) => Math.min(best - score, limit));
}

/** Learns to tell languages apart from words and letters. */
export function learnLanguages(
  samples: readonly LanguageSample[],
  protectedWords: ReadonlySet<string>,
): LanguageData {
  const counts = samples.map(({ texts, functionWords }) =>
    countWords([...texts, ...functionWords], (word) => protectedWords.has(word)),
  );
  const spelling = packVectors(learnSpelling(counts), samples.length);
  return {
    languages: samples.map(({ language, isSupported }) => ({ language, isSupported })),
    protectedWords: [...protectedWords],
    letters: lettersOf(counts.filter((_, index) => samples[index]?.isSupported)),
    words: packVectors(lagsOfAll(samples, counts, spelling), samples.length),
    spelling,
  };
}

function lagsOfAll(
  samples: readonly LanguageSample[],
  counts: readonly WordCounts[],
  spelling: VectorData,
): Map<string, Float32Array> {
  const spell = createLetterModel(new VectorTable(spelling, samples.length), samples.length);
  const totals = counts.map((words) => [...words.values()].reduce((sum, count) => sum + count, 0));
  // Function words make the frame without their diacritics too: "nar", "for".
  const functionWords = new Set(
    samples.flatMap((sample) => sample.functionWords.flatMap((word) => [word, withoutMarks(word)])),
  );
  const words = new Set(counts.flatMap((own) => [...own.keys()]));
  return new Map(
    [...words].map((word) => {
      const share = (index: number) => (counts[index]?.get(word) ?? 0) / (totals[index] ?? 1);
      const limit = functionWords.has(word) ? LIMIT.functionWord : LIMIT.other;
      return [word, Float32Array.from(lagsOf(spell(word), share, limit))] as const;
    }),
  );
}

function lettersOf(counts: readonly WordCounts[]): string {
  const words = counts.flatMap((own) => [...own.keys()]);
  return [...new Set(words.flatMap((word) => word.match(/\p{L}/gu) ?? []))].sort().join('');
}
