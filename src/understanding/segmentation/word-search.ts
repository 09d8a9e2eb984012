import { remember } from '../../core/remember';
import { readWords, type RunReader } from './run-reader';

/** Letters beyond are left to the pattern: where case doesn't matter, some count as one of those before. */
const BEYOND_LATIN = /[^\0-\xff]/;
/** Words that are remembered: of those that people write, nearly all. */
const REMEMBERED_WORDS = 10_000;

/**
 * Makes the search for a pattern that begins where a word does, with the first word of one of the `beginnings` or what
 * that begins, or, if those hold `0`, with a digit: what `matchAll` finds with flags `giu`, found by looking at few
 * places. Words are what `read` finds; the pattern must not match an empty text.
 */
export function createWordSearch(
  source: string,
  beginnings: readonly string[],
  read: RunReader = readWords,
): (text: string) => readonly RegExpExecArray[] {
  const pattern = new RegExp(source, 'iuy');
  const firsts = [...new Set(beginnings.map(firstWordOf))];
  const maybeDigit = beginnings.includes('0');
  const mayBegin = remember(
    (word) =>
      BEYOND_LATIN.test(word) ||
      (/^\d/.test(word) ? maybeDigit : firsts.some((first) => word.startsWith(first))),
    { limit: REMEMBERED_WORDS },
  );
  return (text) => {
    const found: RegExpExecArray[] = [];
    let searched = 0;
    for (const { start, word } of read(text)) {
      if (start < searched || !mayBegin(word)) continue;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null) continue;
      found.push(match);
      searched = pattern.lastIndex;
    }
    return found;
  };
}

/** The letters and digits that a name or phrase begins with, in lower case. */
export function firstWordOf(phrase: string): string {
  return /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';
}
