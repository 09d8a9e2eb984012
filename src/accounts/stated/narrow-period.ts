import {
  addDays,
  addYears,
  endOfMonth,
  isCalendarDate,
  yearOf,
  type CalendarDate,
} from '../../core/calendar-date';
import {
  type DayOrPeriod,
  fromInterval,
  type Interval,
  type Period,
  toInterval,
} from '../../core/period';
import type { DatePieces } from './read-pieces';

/**
 * A period narrowed by a year and by a day of the month: "in September" and "2025, the 1st". Gives the days of that
 * number in the period where one was told, else the period itself; nothing of it lies after today.
 */
export function narrowPeriod(
  interval: Interval,
  { year, day, today }: DatePieces & { readonly today: CalendarDate },
): readonly DayOrPeriod[] {
  const told = fromInterval(interval);
  if (told === undefined) return [];
  const period = year === undefined ? told : inYear(told, year, today);
  if (period.from > today) return [];
  const to = period.to < today ? period.to : today;
  if (day === undefined) return [toInterval({ from: period.from, to })];
  return daysOf({ from: period.from, to }, day);
}

/** A month that isn't over yet was told up to today; of another year it is whole. */
function inYear({ from, to }: Period, year: number, today: CalendarDate): Period {
  const years = year - yearOf(from);
  return {
    from: addYears(from, years),
    to: addYears(to === today ? endOfMonth(to) : to, years),
  };
}

/** So many days with the same number are a choice; more aren't. */
const MOST_DAYS = 3;

function daysOf({ from, to }: Period, day: number): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = addDays(endOfMonth(first), 1)) {
    const date = `${first.slice(0, 7)}-${String(day).padStart(2, '0')}`;
    if (isCalendarDate(date) && date >= from && date <= to) days.push(date);
  }
  return days.length > MOST_DAYS ? [] : days;
}
