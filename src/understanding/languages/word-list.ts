import { foldDiacritics } from './fold-diacritics';
import { tokenize } from './tokenize';

/** Words without diacritics and in how many utterances each stands. */
export type WordList = ReadonlyMap<string, number>;

/** Counts the words of utterances. */
export function countWords(utterances: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of utterances) {
    for (const word of new Set(tokenize(text, Infinity).map(foldDiacritics))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
