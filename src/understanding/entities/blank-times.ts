import type { Entity } from '../../core/recognition';
import { mask } from '../segmentation/mask';
import { anyPhrase } from '../segmentation/phrase-pattern';
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
  const months = anyPhrase(names.filter((month) => !ambiguous.has(month)));
  const beforeNumbers = anyPhrase([
    ...names.filter((month) => ambiguous.has(month)),
    ...locales.flatMap((locale) => monthNames(locale, 'short')),
  ]);
  const times = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${months}|${beforeNumbers}(?=\.?\s+\d)|(?:19|20)\d\d)(?![\p{L}\p{N}])`,
    'giu',
  );
  return (text, found) =>
    found
      .filter(({ type }) => TIMES.has(type))
      .reduce((left, { start, end }) => mask(left, start, end), text)
      .replace(times, (time) => ' '.repeat(time.length));
}
