/** What Unicode puts in place of what is no character. */
const REPLACEMENT = '\ufffd';

/** A text without NUL characters, which PostgreSQL takes in no text, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\0', REPLACEMENT).replace(/\p{Cs}/gu, REPLACEMENT);
}
