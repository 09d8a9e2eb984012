import { ORDER, padded, UNKNOWN_LETTER } from './letter-statistics';
import type { VectorTable } from './vector-table';

/** Log-probability, natural logarithm, of a word's spelling in each language, in the order of training. */
export type LetterModel = (word: string) => Float64Array;

/** Makes the judge of spellings from what {@link learnSpelling} learnt. */
export function createLetterModel(table: VectorTable, languages: number): LetterModel {
  const unknown = Math.log(UNKNOWN_LETTER);
  return (word) => {
    const text = padded(word);
    const scores = new Float64Array(languages);
    for (let end = 2; end <= text.length; end++) {
      let start = Math.max(0, end - ORDER);
      while (start < end && !table.addTo(scores, text.slice(start, end))) start++;
      if (start === end) for (let i = 0; i < languages; i++) scores[i] = (scores[i] ?? 0) + unknown;
    }
    return scores;
  };
}
