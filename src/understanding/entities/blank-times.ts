import type { Entity } from '../../core/recognition';
import { mask } from '../segmentation/mask';
import { anyPhrase } from '../segmentation/phrase-pattern';

/**
 * Makes the function that blanks out when something was: the dates found in a text, and years and months by
 * themselves. `locales` are BCP 47 tags; `ambiguous` words and short names are a month only before a number.
 */
export function createTimeMask(
  locales: readonly string[],
  ambiguous: ReadonlySet<string>,
): (text: string, found: readonly Entity[]) => string {
  const names = locales.flatMap((locale) => monthsOf(locale, 'long'));
  const months = anyPhrase(names.filter((month) => !ambiguous.has(month)));
  const beforeNumbers = anyPhrase([
    ...names.filter((month) => ambiguous.has(month)),
    ...locales.flatMap((locale) => monthsOf(locale, 'short')),
  ]);
  const times = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${months}|${beforeNumbers}(?=\.?\s+\d)|(?:19|20)\d\d)(?![\p{L}\p{N}])`,
    'giu',
  );
  return (text, found) =>
    found
      .filter(({ type }) => type === 'date')
      .reduce((left, { start, end }) => mask(left, start, end), text)
      .replace(times, (time) => ' '.repeat(time.length));
}

/** The names of the months, in lower case, without a full stop. */
function monthsOf(locale: string, month: 'long' | 'short'): readonly string[] {
  const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) =>
    name
      .format(Date.UTC(2001, index, 1))
      .toLowerCase()
      .replace('.', ''),
  );
}
