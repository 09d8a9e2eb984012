import { addDays, daysBetween } from '../../core/calendar-date';
import type { Language } from '../../core/language';
import { fromInterval } from '../../core/period';
import type { Entity } from '../../core/recognition';
import type { EntityCatalogue, EntityWords } from './entity-words';
import { createDateFinder } from './find-dates';
import { createDayFinder } from './find-days';
import { createNameFinder } from './find-names';
import { createPeriodFinder } from './find-periods';
import { createSpanFinder } from './find-spans';
import { withPlainWords } from './with-plain-words';

/**
 * Finds dates, periods, spans, numbers, products and memberships, in the order of the text; they never
 * overlap. `today`, `YYYY-MM-DD`, is the day where the person is.
 */
export type EntityFinder = (text: string, language: Language, today: string) => readonly Entity[];

type Place = Pick<Entity, 'start' | 'end'>;

const WEEK = 7;
/** Things found that are looked at: a message full of numbers is no question about them. */
const MAX_FOUND = 100;

/** Makes the finder for all languages; names are known in each of them, numbers and dates in their own. */
export function createEntityFinder(
  catalogue: EntityCatalogue,
  languages: ReadonlyMap<Language, EntityWords>,
): EntityFinder {
  const findNames = createNameFinder(catalogue, [...languages.values()]);
  const finders = new Map(
    [...languages].map(([language, written]) => {
      const words = withPlainWords(written);
      return [
        language,
        {
          dates: createDateFinder(language, words),
          periods: createPeriodFinder(language, words, catalogue),
          days: createDayFinder(words),
          spans: createSpanFinder(words),
        },
      ] as const;
    }),
  );
  return (text, language, today) => {
    const finder = finders.get(language);
    const { dates = [], days = [], numbers = [] } = finder?.spans(text, today) ?? {};
    const names = findNames(text).flatMap(({ kind, id, text: name, start, end }): Entity[] =>
      kind === 'subject' ? [] : [{ type: kind, value: id, text: name, start, end }],
    );
    const periods = finder?.periods(text, today) ?? [];
    // "Last week" is no single day, whatever the parser of dates makes of it.
    const isOfPeriod = ({ start, end }: Place) =>
      periods.some((period) => period.start <= start && end <= period.end);
    // What says more comes first: "45 days ago" is neither a span nor a number, "Windows 10" no number.
    const ranked = [
      ...dates,
      ...days,
      ...(finder?.dates(text, today) ?? [])
        .filter((date) => !isOfPeriod(date))
        .map((date) => ofWeek(date, periods, text)),
      ...periods,
      ...(finder?.days(text) ?? []),
      ...names,
      ...numbers,
    ];
    if (ranked.length === 0) return ranked;
    return withoutOverlaps(ranked.slice(0, MAX_FOUND)).sort(
      (left, right) => left.start - right.start,
    );
  };
}

/** "Monday last week" is the Monday of that week. */
function ofWeek(entity: Entity, periods: readonly Entity[], text: string): Entity {
  if (entity.type !== 'date') return entity;
  const told = periods.find(({ start, end }) => {
    const isLast = start > entity.start && end === entity.end;
    return isLast || (start > entity.end && text.slice(entity.end, start).trim() === '');
  });
  const week = told?.type === 'period' ? fromInterval(told.value) : undefined;
  if (week === undefined || daysBetween(week.from, week.to) !== WEEK - 1) return entity;
  const { coming, ...rest } = entity;
  const days = daysBetween(week.from, entity.value) % WEEK;
  return { ...rest, value: addDays(week.from, (days + WEEK) % WEEK) };
}

function withoutOverlaps(ranked: readonly Entity[]): Entity[] {
  const kept: Entity[] = [];
  for (const entity of ranked)
    if (!kept.some(({ start, end }) => entity.start < end && start < entity.end)) kept.push(entity);
  return kept;
}
