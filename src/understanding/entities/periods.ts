import { addDays, addYears, daysBetween, endOfMonth, yearOf } from '../../core/calendar-date';
import type { Period } from '../../core/period';

/** Days of every year, `MM-DD`, both ends included; one that ends before it begins runs into the new year. */
type YearlyDays = Period;

const WHOLE_YEAR: YearlyDays = { from: '01-01', to: '12-31' };

/** Thirds of a period. */
export type Third = 'early' | 'middle' | 'late';

/** Longer ones around New Year are called after either year: "the winter of 2025". */
const SHORT_DAYS = 31;
/** Has a 29 February. */
const LEAP_YEAR = 2024;

/** The days of a month, 1 to 12; February has its 29th. */
export function monthDays(month: number): YearlyDays {
  const from = `${LEAP_YEAR}-${String(month).padStart(2, '0')}-01`;
  return { from: from.slice(5), to: endOfMonth(from).slice(5) };
}

/** What somebody means who names a year with it: two periods where it runs long into the new year. */
export function periodsOfYear(days: YearlyDays, year: number): readonly Period[] {
  const period = inYear(days, year);
  const isEither = yearOf(period.to) > year && lengthOf(period) > SHORT_DAYS;
  return isEither ? [period, inYear(days, year - 1)] : [period];
}

/**
 * The latest such days that have begun by today. "Last spring" (`isPrevious`) are those before while they last, and may
 * be either those of this year or of the last one afterwards.
 */
export function latestPeriods(
  days: YearlyDays,
  { today, isPrevious }: { readonly today: string; readonly isPrevious: boolean },
): readonly Period[] {
  const year = yearOf(today);
  const begun = inYear(days, year).from <= today ? year : year - 1;
  const [latest, before] = [inYear(days, begun), inYear(days, begun - 1)];
  if (!isPrevious) return [latest];
  if (latest.to >= today) return [before];
  return begun === year ? [latest, before] : [latest];
}

/** A third of a period, a little wider than that. */
export function thirdOf({ from, to }: Period, third: Third | undefined): Period {
  const length = Math.ceil(lengthOf({ from, to }) / 3);
  switch (third) {
    case undefined:
      return { from, to };
    case 'early':
      return { from, to: addDays(from, length) };
    case 'middle':
      return { from: addDays(from, length - 1), to: addDays(to, 1 - length) };
    case 'late':
      return { from: addDays(to, -length), to };
  }
}

/** What "this week", "last month" and the like are today, by their keys in `relative`; undefined for any other key. */
export function relativePeriod(key: string, today: string): Period | undefined {
  const year = yearOf(today);
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const monthBefore = addDays(firstOfMonth, -1);
  const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7));
  switch (key) {
    case 'year':
      return inYear(WHOLE_YEAR, year);
    case 'year-before':
      return inYear(WHOLE_YEAR, year - 1);
    case 'month':
      return { from: firstOfMonth, to: endOfMonth(today) };
    case 'month-before':
      return { from: `${monthBefore.slice(0, 7)}-01`, to: monthBefore };
    case 'week':
      return { from: monday, to: addDays(monday, 6) };
    case 'week-before':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    default:
      return undefined;
  }
}

function inYear({ from, to }: YearlyDays, year: number): Period {
  return { from: dateOf(year, from), to: dateOf(to < from ? year + 1 : year, to) };
}

/** 29 February becomes 28 February in a common year. */
function dateOf(year: number, day: string): string {
  return addYears(`${LEAP_YEAR}-${day}`, year - LEAP_YEAR);
}

function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}
