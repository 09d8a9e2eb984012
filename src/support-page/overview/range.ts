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

const day = z.iso.date();

/** The range that a query asks for, in order; the last month when it asks for none or for nonsense. */
export function rangeOf(query: URLSearchParams, today: string): Range {
  const [from, to] = [day.safeParse(query.get('from')).data, day.safeParse(query.get('to')).data];
  if (from === undefined || to === undefined) return lastDays(DEFAULT_DAYS, today);
  return from <= to ? { from, to } : { from: to, to: from };
}

/** So many days, today the last of them. */
export function lastDays(count: number, today: string): Range {
  return { from: addDays(today, 1 - count), to: today };
}

/** The range as the query that asks for it. */
export function queryOf({ from, to }: Range): string {
  return new URLSearchParams({ from, to }).toString();
}
