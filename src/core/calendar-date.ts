import { dateFormat } from './date-format';
import { remember } from './remember';

/** Calendar date without a time of day or a time zone: `YYYY-MM-DD`, years 0000 to 9999. */
export type CalendarDate = string;

const DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

// ECMAScript reads a date without a time as UTC, so neither direction can pick up a time zone.
const toDayNumber = (date: CalendarDate): number => Date.parse(date) / DAY;
const fromDayNumber = (day: number): CalendarDate => new Date(day * DAY).toISOString().slice(0, 10);

/** Tells whether a text is a date that exists: `2021-02-29` isn't one. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const day = toDayNumber(text);
  return !Number.isNaN(day) && fromDayNumber(day) === text;
}

/** The date a whole number of days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day of another year; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const moved = `${String(yearOf(date) + years).padStart(4, '0')}${date.slice(4)}`;
  return isCalendarDate(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** Days from one date to another, negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The last day of a date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const inNext = addDays(`${date.slice(0, 7)}-28`, 4);
  return addDays(`${inNext.slice(0, 7)}-01`, -1);
}

/** The year of a date. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The date on the wall of an IANA time zone at an instant: today, where the person is. */
export function calendarDateAt(instant: Date, timeZone: string): CalendarDate {
  return dateIn(`${Math.floor(instant.getTime() / QUARTER)} ${timeZone}`);
}

/** Every time zone's day begins with a quarter of an hour in UTC. */
const QUARTER = 900_000;

const dateIn = remember((key) => {
  const [quarter = '', timeZone = ''] = key.split(' ');
  const parts = dateFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(Number(quarter) * QUARTER));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
});
