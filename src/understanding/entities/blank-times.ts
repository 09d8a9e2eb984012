import type { Entity } from '../../core/recognition';
import { mask } from '../segmentation/mask';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createWordSearch } from '../segmentation/word-search';
import { monthNames } from './month-names';

const TIMES = new Set<Entity['type']>(['date', 'coming', 'period', 'day']);

/**
 * Makes the function that blanks out when something was or will be: the dates and periods found in a text, and years
 * and months by themselves. `locales` are BCP 47 tags; `ambiguous` words and short names are a month only before a number.
 */
export function createTimeMask(
  locales: readonly string[],
  ambiguous: ReadonlySet<string>,
): (text: string, found: readonly Entity[]) => string {
  const names = locales.flatMap((locale) => monthNames(locale, 'long'));
  const shortNames = locales.flatMap((locale) => monthNames(locale, 'short'));
  const months = anyPhrase(names.filter((month) => !ambiguous.has(month)));
  const beforeNumbers = anyPhrase([
    ...names.filter((month) => ambiguous.has(month)),
    ...shortNames,
  ]);
  const findTimes = createWordSearch(
    String.raw`(?:${months}|${beforeNumbers}(?=\.?\s+\d)|(?:19|20)\d\d)(?![\p{L}\p{N}])`,
    ['0', ...names, ...shortNames],
  );
  return (text, found) => {
    const undated = found
      .filter(({ type }) => TIMES.has(type))
      .reduce((left, { start, end }) => mask(left, start, end), text);
    return findTimes(undated).reduce(
      (left, { index, 0: time }) => mask(left, index, index + time.length),
      undated,
    );
  };
}
