import { wordsIn } from '../accounts/words-in';
import type { Turn } from './turn';

/** A longer message tells more than a date. */
const MOST_WORDS = 8;
const MOST_BESIDE_YEAR = 3;

/** Whether a message tells what a date lacks: "the 15th", "15", "2025, den 1"; or, of the year, "2025 I think". */
export function completesDate({ utterance, recognition }: Turn, lacking: 'day' | 'year'): boolean {
  const words = wordsIn(utterance);
  if (utterance.trim().endsWith('?')) return false;
  const isYear = words.some((word) => /^(?:19|20)\d\d$/.test(word));
  if (isYear && words.length <= 1 + MOST_BESIDE_YEAR) return true;
  if (lacking === 'year' || words.length > MOST_WORDS) return false;
  const types = recognition.parts.flatMap(({ entities }) => entities.map(({ type }) => type));
  return types.some((type) => ['date', 'period', 'day', 'number'].includes(type));
}
