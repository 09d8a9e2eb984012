import { remember } from '../../core/remember';
import { createFirstLettersTest } from './first-letters';
import { readWords, type RunReader } from './run-reader';

/** Letters beyond are left to the pattern: where case doesn't matter, some count as one of those before. */
const BEYOND_LATIN = /[^\0-\xff]/;
/** Words that are remembered: of those that people write, nearly all. */
const REMEMBERED_WORDS = 10_000;

/** Where words of a text begin. */
export type PlaceFinder = (text: string) => readonly number[];

/**
 * Makes the finder of the places where a word begins as one of the `beginnings` does, or, if those hold `0`, with a digit.
 * Words are what `read` finds.
 */
export function createPlaceFinder(
  beginnings: readonly string[],
  read: RunReader = readWords,
): PlaceFinder {
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
    const places: number[] = [];
    for (const { start, word } of read(text)) if (mayBegin(word)) places.push(start);
    return places;
  };
}

/** The matches of a pattern, flag `y`, that begin at some places of a text and don't overlap. */
export function matchesAt(
  text: string,
  pattern: RegExp,
  places: readonly number[],
): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let searched = 0;
  for (const place of places) {
    if (place < searched) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match === null) continue;
    found.push(match);
    searched = pattern.lastIndex;
  }
  return found;
}

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
  const findPlaces = createPlaceFinder(beginnings, read);
  return (text) => matchesAt(text, pattern, findPlaces(text));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** The letters and digits that a name or phrase begins with, in lower case. */
export function firstWordOf(phrase: string): string {
  return /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';
}
