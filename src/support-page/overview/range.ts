import { z } from 'zod';
import { addDays } from '../../core/calendar-date';

/** The days of a report, `YYYY-MM-DD`, both included. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** Lengths in days that one click chooses. */
export const PRESETS = [7, 30, 90, 365] as const;
const DEFAULT_DAYS = 30;

/** Before anything that there could be a report of. */
const EARLIEST = '2000-01-01';
const day = z.iso.date();

/** The range that a query asks for, in order, up to today; the last month when it asks for none or for nonsense. */
export function rangeOf(query: URLSearchParams, today: string): Range {
  const days = ['from', 'to'].map((name) => day.safeParse(query.get(name)).data);
  const [from, to] = days.map((asked) => asked && clamp(asked, today)).sort();
  return from === undefined || to === undefined ? lastDays(DEFAULT_DAYS, today) : { from, to };
}

function clamp(date: string, today: string): string {
  if (date < EARLIEST) return EARLIEST;
  return date > today ? today : date;
}

/** So many days, today the last of them. */
export function lastDays(count: number, today: string): Range {
  return { from: addDays(today, 1 - count), to: today };
}

/** The range as the query that asks for it. */
export function queryOf({ from, to }: Range): string {
  return new URLSearchParams({ from, to }).toString();
}
