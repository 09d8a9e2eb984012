/** The beginning of a text, at most `length` UTF-16 units of it, that doesn't end in half a character. */
export function beginningOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff\u200d]$/, '');
}
