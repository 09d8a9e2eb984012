/** Words, numbers and question marks; an inner apostrophe keeps a word together. */
const TOKEN = /\?|[\p{L}\p{M}\p{N}'’´`]+/gu;

/** Longest word that is looked into; the rest of a longer one is noise. */
const LONGEST_WORD = 40;

const APOSTROPHE = /['’´`]/;

/**
 * Splits a text of any language into lower-case words, numbers and question marks, at most `limit` of them.
 * Linear in the length of the text; lone surrogates and control characters fall out.
 */
export function tokenize(text: string, limit: number): string[] {
  const head = text
    .slice(0, limit * LONGEST_WORD)
    .normalize('NFKC')
    .toLowerCase();
  const tokens = (head.match(TOKEN) ?? []).slice(0, limit);
  const isPlain = !APOSTROPHE.test(head) && tokens.every(({ length }) => length <= LONGEST_WORD);
  if (isPlain) return tokens;
  return tokens
    .map((token) => token.slice(0, LONGEST_WORD).replace(/['’´`]/g, ''))
    .filter((token) => token !== '');
}
