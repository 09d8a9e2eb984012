import { walkWords, type RunWalk } from './run-walk';

/** Letters by which a word is told from most others. */
export const INITIALS = 2;
/** Of other alphabets, some letters count as those of ours where case doesn't matter. */
const LATIN = /^[\0-\xff]*$/;

/** The first letters of a word, by which those that may begin something are looked up. */
export function initialsOf(word: string): string {
  const [first = ''] = /^[\p{L}\p{N}]+/u.exec(word) ?? [];
  return first.slice(0, INITIALS).toLowerCase();
}

/**
 * Makes the search for a pattern that begins where a word does, with the first letters of one of the `beginnings` or, if
 * those hold `0`, a digit: what `matchAll` finds with flags `giu`, found by looking at few places. Words are what `walk`
 * visits; the pattern must not match an empty text.
 */
export function createWordSearch(
  source: string,
  beginnings: Iterable<string>,
  walk: RunWalk = walkWords,
): (text: string) => readonly RegExpExecArray[] {
  const pattern = new RegExp(source, 'iuy');
  const initials = new Set(Array.from(beginnings, initialsOf));
  const mayBegin = (first: string): boolean =>
    initials.has(first) || (initials.has('0') && first >= '0' && first < ':') || !LATIN.test(first);
  return (text) => {
    const found: RegExpExecArray[] = [];
    let searched = 0;
    walk(text, (start, end) => {
      if (start < searched) return;
      if (!mayBegin(text.slice(start, Math.min(start + INITIALS, end)).toLowerCase())) return;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null) return;
      found.push(match);
      searched = pattern.lastIndex;
    });
    return found;
  };
}
