import type { Period } from '../../core/period';
import { shiftDate } from './calendar';

/** Days of every year, `MM-DD`, both ends included; one that ends before it begins runs into the new year. */
type YearlyDays = Period;

/** Thirds of a period. */
export type Third = 'early' | 'middle' | 'late';

/** Longer ones around New Year are called after either year: "the winter of 2025". */
const SHORT_DAYS = 31;
const DAY = 86_400_000;

/** The days of a month, 1 to 12; February has its 29th. */
export function monthDays(month: number): YearlyDays {
  const days = new Date(Date.UTC(2024, month, 0)).getUTCDate();
  const begin = String(month).padStart(2, '0');
  return { from: `${begin}-01`, to: `${begin}-${days}` };
}

/** What somebody means who names a year with it: two periods where it runs long into the new year. */
export function periodsOfYear(days: YearlyDays, year: number): readonly Period[] {
  const period = inYear(days, year);
  const isEither = Number(period.to.slice(0, 4)) > year && lengthOf(period) > SHORT_DAYS;
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
  const year = Number(today.slice(0, 4));
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
      return { from, to: shiftDate(from, length) };
    case 'middle':
      return { from: shiftDate(from, length - 1), to: shiftDate(to, 1 - length) };
    case 'late':
      return { from: shiftDate(to, -length), to };
  }
}

/** What "last month" and the like are today, by their keys in `relative`; undefined for any other key. */
export function relativePeriod(key: string, today: string): Period | undefined {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const days = (start: number, end: number) => ({
    from: new Date(start).toISOString().slice(0, 10),
    to: new Date(end - DAY).toISOString().slice(0, 10),
  });
  switch (key) {
    case 'year':
      return days(Date.UTC(year, 0), Date.UTC(year + 1, 0));
    case 'year-before':
      return days(Date.UTC(year - 1, 0), Date.UTC(year, 0));
    case 'month-before':
      return days(Date.UTC(year, month - 2), Date.UTC(year, month - 1));
    case 'week-before':
      return { from: shiftDate(today, -weekday - 7), to: shiftDate(today, -weekday - 1) };
    default:
      return undefined;
  }
}

function inYear({ from, to }: YearlyDays, year: number): Period {
  return { from: dateOf(year, from), to: dateOf(to < from ? year + 1 : year, to) };
}

/** 29 February becomes 28 February in a common year. */
function dateOf(year: number, day: string): string {
  const date = `${String(year).padStart(4, '0')}-${day}`;
  return day === '02-29' && new Date(Date.UTC(year, 2, 0)).getUTCDate() < 29
    ? date.replace(/29$/, '28')
    : date;
}

function lengthOf({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / DAY + 1;
}
