/** Longest word that is looked at: longer runs of letters are no words of any language. */
const MAX_LENGTH = 40;

/** The words of a text in lower case, hyphenated ones in their parts, apostrophes made plain. */
export function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  return words
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word !== '' && word.length <= MAX_LENGTH);
}
