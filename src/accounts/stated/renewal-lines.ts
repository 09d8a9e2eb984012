import { daysBetween, type CalendarDate } from '../../core/calendar-date';
import {
  currentRenewalWindow,
  renewalWindow,
  renewalWindowOfYear,
  type RenewalWindow,
} from '../../core/renewal-window';
import type { Wording } from '../wording';

/** The first window of a purchase, and the one that matters today. */
export function purchaseLines(
  purchased: CalendarDate,
  today: CalendarDate,
  wording: Wording,
): readonly string[] {
  const first = renewalWindow(purchased, 1);
  const values = { purchased: wording.date(purchased) };
  if (purchased > today) return [sayWindow('supposed', first, wording, values)];
  const told = sayWindow('first', first, wording, values);
  return today < first.opens
    ? [`${told} ${wording.say('stated.renewal.opens', { count: daysBetween(today, first.opens) })}`]
    : [told, fromToday(currentRenewalWindow(purchased, today), today, wording)];
}

/** The window that matters today of a membership whose anniversary is known; it was bought at least a year before. */
export function anniversaryLine(
  purchased: CalendarDate,
  today: CalendarDate,
  wording: Wording,
): string {
  return fromToday(currentRenewalWindow(purchased, today), today, wording);
}

/** The window of a year, or that it has none. */
export function ofYear(purchased: CalendarDate, year: number, wording: Wording): string {
  // The year goes in as text, so that no one groups its digits.
  const values = { purchased: wording.date(purchased), year: String(year) };
  const window = renewalWindowOfYear(purchased, year);
  return window === undefined
    ? sayWindow('none-in-year', renewalWindow(purchased, 1), wording, values)
    : sayWindow('of-year', window, wording, values);
}

function sayWindow(
  key: string,
  { opens, closes }: RenewalWindow,
  { say, date }: Wording,
  values: Readonly<Record<string, string>>,
): string {
  return say(`stated.renewal.${key}`, { opens: date(opens), closes: date(closes), ...values });
}

function fromToday(
  { opens, closes }: RenewalWindow,
  today: CalendarDate,
  { say, date, endDate }: Wording,
): string {
  if (today < opens) {
    const values = { opens: date(opens), closes: endDate(closes, opens) };
    return say('stated.renewal.next', { count: daysBetween(today, opens), ...values });
  }
  const count = daysBetween(today, closes);
  const key = count === 0 ? 'last-day' : 'open';
  return say(`stated.renewal.${key}`, { count, closes: date(closes) });
}
