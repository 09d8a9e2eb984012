import { addDays, addYears, daysBetween, yearOf, type CalendarDate } from './calendar-date';
import type { Period } from './period';

/** Length of a renewal window in days, its first and its last day included. */
const RENEWAL_WINDOW_DAYS = 30;

/** The days in which a membership can be renewed, both ends included. */
export interface RenewalWindow {
  readonly anniversary: CalendarDate;
  readonly opens: CalendarDate;
  readonly closes: CalendarDate;
}

/** Where a membership stands on a day. Days are whole and never negative. */
export type RenewalState =
  | { readonly phase: 'before'; readonly window: RenewalWindow; readonly daysUntil: number }
  /** `daysLeft` is 0 on the last day. */
  | { readonly phase: 'open'; readonly window: RenewalWindow; readonly daysLeft: number }
  /** Not renewed in time: the membership and its benefits ended when the window closed. */
  | { readonly phase: 'expired'; readonly window: RenewalWindow };

/**
 * The window of the nth anniversary, n from 1: the day after the anniversary and the 29 that follow.
 * Source: Microsoft Partner Network benefits FAQ, "Renewing"; bought 1 September 2020 gives 2 September to 1 October 2021.
 */
export function renewalWindow(purchased: CalendarDate, n: number): RenewalWindow {
  const anniversary = addYears(purchased, n);
  return {
    anniversary,
    opens: addDays(anniversary, 1),
    closes: addDays(anniversary, RENEWAL_WINDOW_DAYS),
  };
}

/** The window whose anniversary falls in a calendar year; undefined in the year of purchase and before. */
export function renewalWindowOfYear(
  purchased: CalendarDate,
  year: number,
): RenewalWindow | undefined {
  const n = year - yearOf(purchased);
  return n < 1 ? undefined : renewalWindow(purchased, n);
}

/** The first window that hasn't closed by a day: the one that is open, or else the next one. */
export function currentRenewalWindow(purchased: CalendarDate, today: CalendarDate): RenewalWindow {
  // A window may run into the new year, so that of last year's anniversary can still be open.
  let n = Math.max(yearOf(today) - yearOf(purchased) - 1, 1);
  while (renewalWindow(purchased, n).closes < today) n += 1;
  return renewalWindow(purchased, n);
}

/** The windows of a membership of which only a period of purchase is known. */
export interface RenewalWindowsOfPeriod {
  /** Which anniversary they belong to, from 1. */
  readonly n: number;
  /** First and last day on which the window may open. */
  readonly opens: Period;
  /** The days of purchase for which it is open today; absent where there are none. */
  readonly openToday?: Period;
}

/** The windows of a purchase on some day of a period: of the nth anniversary, or the first that may not have closed. */
export function renewalWindowsOfPeriod(
  purchased: Period,
  today: CalendarDate,
  nth?: number,
): RenewalWindowsOfPeriod {
  let n = nth ?? 1;
  if (nth === undefined) while (renewalWindow(purchased.to, n).closes < today) n += 1;
  const opens = {
    from: renewalWindow(purchased.from, n).opens,
    to: renewalWindow(purchased.to, n).opens,
  };
  const from = addYears(addDays(today, -RENEWAL_WINDOW_DAYS), -n);
  const to = addYears(addDays(today, -1), -n);
  const open = {
    from: from > purchased.from ? from : purchased.from,
    to: to < purchased.to ? to : purchased.to,
  };
  return { n, opens, ...(open.from <= open.to && { openToday: open }) };
}

/** What {@link renewalState} goes by. */
export interface RenewalHistory {
  readonly purchased: CalendarDate;
  /** Days on which the membership was renewed, in any order. */
  readonly renewals: readonly CalendarDate[];
}

/**
 * Where a membership stands today. The window in question is that of the first anniversary after
 * the purchase or the last renewal, since each renewal carries the membership to the next one.
 */
export function renewalState(
  { purchased, renewals }: RenewalHistory,
  today: CalendarDate,
): RenewalState {
  const renewed = [purchased, ...renewals].reduce((last, date) => (date > last ? date : last));
  const window = windowAfter(purchased, renewed);
  if (today < window.opens) {
    return { phase: 'before', window, daysUntil: daysBetween(today, window.opens) };
  }
  if (today <= window.closes) {
    return { phase: 'open', window, daysLeft: daysBetween(today, window.closes) };
  }
  return { phase: 'expired', window };
}

function windowAfter(purchased: CalendarDate, day: CalendarDate): RenewalWindow {
  const n = Math.max(yearOf(day) - yearOf(purchased), 1);
  const window = renewalWindow(purchased, n);
  return window.anniversary > day ? window : renewalWindow(purchased, n + 1);
}
