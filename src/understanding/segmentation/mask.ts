/** The text with a stretch of it blanked out: same length, line breaks kept. */
export function mask(text: string, start: number, end = text.length): string {
  return text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
}

/** Blanks of the same length as a text, line breaks kept. */
export function blank(text: string): string {
  if (!text.includes('\n')) return ' '.repeat(text.length);
  return text.replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}
