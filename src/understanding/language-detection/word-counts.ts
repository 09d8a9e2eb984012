import { withoutMarks } from '../../core/without-marks';
import { spelledWordsOf } from './words-of';

/** How often each word of a language occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** Diacritics are often left out; such forms are known, as rarer than the right ones. */
const FOLDED_SHARE = 0.2;
const ASCII = /^[\x20-\x7e]*$/;

/** Counts the words of texts, those without their diacritics too, leaving some words out. */
export function countWords(texts: readonly string[], isLeftOut: (word: string) => boolean) {
  const counts = new Map<string, number>();
  const count = (word: string, weight: number): void => {
    counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const text of texts) {
    for (const word of spelledWordsOf(text)) {
      if (isLeftOut(word)) continue;
      count(word, 1);
      if (!ASCII.test(word)) count(withoutMarks(word), FOLDED_SHARE);
    }
  }
  return counts;
}
