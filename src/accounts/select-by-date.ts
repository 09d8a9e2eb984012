import type { CalendarDate } from '../core/calendar-date';
import { fromInterval } from '../core/period';
import type { Entity } from '../core/recognition';
import type { AccountTurn } from './presentation';
import type { Wording } from './wording';

/** A date by which a message names an item: "the token from 3 May", or only "from May". */
export interface SelectingDate {
  readonly text: string;
  readonly fits: (date: CalendarDate) => boolean;
  /** "This week" isn't over: where it fits nothing, it is rather when something is to be done. */
  readonly isOpen?: boolean;
}

/** The dates and months of a message that can name an item: what was bought or activated lies in the past. */
export function selectingDates(turn: AccountTurn, wording: Wording): readonly SelectingDate[] {
  const days = turn.entities.flatMap((entity) => {
    if (entity.type !== 'date' || entity.isToday === true) return [];
    const fits = readingsOf(entity).filter((date) => date < turn.today);
    return fits.length === 0
      ? []
      : [{ text: entity.text, fits: (date: CalendarDate) => fits.includes(date) }];
  });
  const months = bareMonths(turn, wording);
  return [...days, ...months, ...(months.length > 0 ? [] : periodsOf(turn))];
}

/** Tells whether a date is one that a message names. */
export function matchesDate(date: CalendarDate | undefined, { fits }: SelectingDate): boolean {
  return date !== undefined && fits(date);
}

/** Every reading of a date, the likelier first. */
export function readingsOf(
  entity: Extract<Entity, { readonly type: 'date' }>,
): readonly CalendarDate[] {
  return entity.readings ?? [entity.value];
}

/** Months named without a day, after a word such as "from": "may" alone is rather a verb. */
function bareMonths({ utterance, entities }: AccountTurn, wording: Wording): SelectingDate[] {
  const months = wording.months();
  const named = new RegExp(
    `(?<!\\p{L})(?<month>${months.join('|')})(?:\\s+(?<year>\\d{4}))?(?![\\p{L}\\d])`,
    'giu',
  );
  return [...utterance.matchAll(named)].flatMap(({ 0: text, index, groups }) => {
    const isInDate = entities.some(
      ({ type, start, end }) => type === 'date' && start <= index && index < end,
    );
    if (isInDate || !wording.endsWithCue('month', utterance.slice(0, index))) return [];
    const month = months.indexOf(groups?.['month']?.toLowerCase() ?? '') + 1;
    // Of any year, when none is named.
    const start = `${groups?.['year'] ?? ''}-${String(month).padStart(2, '0')}-`;
    return [{ text, fits: (date) => date.includes(start) }];
  });
}

/** "The one from last month", "från i somras". */
function periodsOf({ entities, today }: AccountTurn): readonly SelectingDate[] {
  return entities.flatMap((entity) => {
    if (entity.type !== 'period') return [];
    const periods = (entity.readings ?? [entity.value]).map(fromInterval);
    const isOpen = entity.isAgo !== true && periods.some((period) => period?.to === today);
    return [
      {
        ...{ text: entity.text, isOpen },
        fits: (date) =>
          periods.some((period) => period && period.from <= date && date <= period.to),
      },
    ];
  });
}
