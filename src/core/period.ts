import type { CalendarDate } from './calendar-date';

/** Days of the calendar in a row, both ends included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A period as ISO 8601 writes it: `2026-03-01/2026-05-31`. */
export type Interval = string;

/** A day, as a calendar date, or a period, as an interval. */
export type DayOrPeriod = CalendarDate;

/** Writes a period as an interval. */
export function toInterval({ from, to }: Period): Interval {
  return `${from}/${to}`;
}

/** Reads an interval that {@link toInterval} wrote; undefined for anything else, such as a single date. */
export function fromInterval(interval: Interval): Period | undefined {
  const [from, to, ...more] = interval.split('/');
  return from === undefined || to === undefined || more.length > 0 ? undefined : { from, to };
}
