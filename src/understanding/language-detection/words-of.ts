/** Longest word that is looked at: longer runs of letters are no words of any language. */
const MAX_LENGTH = 40;

/** Letters, with apostrophes between them. */
const WORD = /[\p{L}\p{M}]+(?:'+[\p{L}\p{M}]+)*/gu;

/** The words of a text in lower case, hyphenated ones in their parts, apostrophes made plain. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return words.filter((word) => word.length <= MAX_LENGTH);
}
