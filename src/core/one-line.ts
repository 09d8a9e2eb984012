import { plainLines } from './plain-lines';

/** A text as one line, as {@link plainLines} shows it. */
export function oneLine(text: string): string {
  return plainLines(text).replace(/\s+/g, ' ').trim();
}
