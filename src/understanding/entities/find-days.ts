import type { Entity } from '../../core/recognition';
import { allMatches } from '../segmentation/all-matches';
import { anyPhrase } from '../segmentation/phrase-pattern';
import type { EntityWords } from './entity-words';

type DayEntity = Extract<Entity, { type: 'day' }>;

const MOST_DAYS = 31;

/** Makes the finder of days of a month that isn't named: "the 15th", "den 3:e förra månaden"; the second of anything else is none. */
export function createDayFinder({
  beforeDays,
  ordinalEndings,
  periods,
}: EntityWords): (text: string) => readonly DayEntity[] {
  const ending = anyPhrase(ordinalEndings);
  const lastMonth = String.raw`(?:${anyPhrase(periods.ofYear)}\s+)?${anyPhrase(periods.relative['month-before'] ?? [])}`;
  const day = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${anyPhrase(beforeDays)}\s+(?<after>\d{1,2})${ending}?|(?<bare>\d{1,2})${ending})(?=[\s\p{P}]*(?:$|[.,;!?]|\d{4}|${lastMonth}))`,
    'giu',
  );
  return (text) => {
    if (!/\d/.test(text)) return [];
    return allMatches(text, day).flatMap((match) => {
      const value = Number(match.groups?.['after'] ?? match.groups?.['bare']);
      if (value < 1 || value > MOST_DAYS) return [];
      const place = { text: match[0], start: match.index, end: match.index + match[0].length };
      return [{ type: 'day', value, ...place }];
    });
  };
}
