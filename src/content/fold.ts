import { remember } from '../core/remember';

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu;

/** Texts of letters that NFKC leaves as they are, and for which a quick pattern does. */
const WESTERN = /^[ -~À-ÖØ-öø-ÿ]*$/;
const BETWEEN_WESTERN_WORDS = /[^a-z0-9ß-öø-ÿ]+/g;

/** A text without case, punctuation and surplus space: what people don't tell apart. */
export const fold = remember((text) => {
  if (WESTERN.test(text)) return text.toLowerCase().replace(BETWEEN_WESTERN_WORDS, ' ').trim();
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
});

/** The same with a space at either end: whole words stand in it as they do between others. */
export function spaced(text: string): string {
  return ` ${fold(text)} `;
}
