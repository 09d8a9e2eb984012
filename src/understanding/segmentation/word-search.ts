import { remember } from '../../core/remember';
import { createFirstLettersTest } from './first-letters';
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
  const mayBeginSo = createFirstLettersTest(firsts);
  const beginsSo = remember(
    (word) => BEYOND_LATIN.test(word) || firsts.some((first) => word.startsWith(first)),
    { limit: REMEMBERED_WORDS },
  );
  const mayBegin = (word: string): boolean =>
    isDigit(word.charCodeAt(0)) ? maybeDigit : mayBeginSo(word) && beginsSo(word);
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

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The letters and digits that a name or phrase begins with, in lower case. */
export function firstWordOf(phrase: string): string {
  return /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';
}
