import { walkWords, type RunWalk } from './run-walk';

/** Letters by which a word is told from most others. */
export const INITIALS = 2;
/** Letters beyond are left to the pattern: where case doesn't matter, some count as one of those before. */
const LATIN = 0xff;
/** What a capital lacks, in Latin 1. */
const SMALL = 0x20;

/**
 * Makes the search for a pattern that begins where a word does, with the first letters of one of the `beginnings` or, if
 * those hold `0`, with a digit: what `matchAll` finds with flags `giu`, found by looking at few places. Words are what
 * `walk` visits; the pattern must not match an empty text.
 */
export function createWordSearch(
  source: string,
  beginnings: Iterable<string>,
  walk: RunWalk = walkWords,
): (text: string) => readonly RegExpExecArray[] {
  const pattern = new RegExp(source, 'iuy');
  const initials = new Set(Array.from(beginnings, initialsOf));
  const firsts = new Set(Array.from(initials, (letters) => letters.charCodeAt(0)));
  const mayBegin = (text: string, start: number, end: number): boolean => {
    const first = text.charCodeAt(start);
    if (first > LATIN || text.charCodeAt(start + 1) > LATIN) return true;
    if (isDigit(first)) return initials.has('0');
    if (!firsts.has(first) && !firsts.has(first | SMALL)) return false;
    const letters = text.slice(start, Math.min(start + INITIALS, end)).toLowerCase();
    return initials.has(letters) || initials.has(letters.charAt(0));
  };
  return (text) => {
    const found: RegExpExecArray[] = [];
    let searched = 0;
    walk(text, (start, end) => {
      if (start < searched || !mayBegin(text, start, end)) return;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null) return;
      found.push(match);
      searched = pattern.lastIndex;
    });
    return found;
  };
}

/** The first letters of a beginning's first word. */
function initialsOf(beginning: string): string {
  const [first = ''] = /^[\p{L}\p{N}]+/u.exec(beginning) ?? [];
  return first.slice(0, INITIALS).toLowerCase();
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
