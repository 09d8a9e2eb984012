import { yearOf, type CalendarDate } from '../../core/calendar-date';
import type { Period } from '../../core/period';
import { renewalWindowsOfPeriod } from '../../core/renewal-window';
import type { Wording } from '../wording';

/** What is told besides the period. */
interface PeriodTold {
  readonly today: CalendarDate;
  /** The year asked about. */
  readonly year: number | undefined;
  /** Whether the anniversary was told, not the purchase. */
  readonly isAnniversary: boolean;
  readonly wording: Wording;
}

/** When the window of a purchase on some day of a period opens at the earliest and at the latest. */
export function periodLines(
  purchased: Period,
  { today, year, isAnniversary, wording }: PeriodTold,
): readonly string[] {
  const { say } = wording;
  const nth = year === undefined ? undefined : Math.max(1, year - yearOf(purchased.from));
  const { n, opens, openToday } = renewalWindowsOfPeriod(purchased, today, nth);
  const values = { ...ends(purchased, wording), ...named(opens, wording) };
  if (isAnniversary) return [say('stated.renewal.period-anniversary', values)];
  const told = say(`stated.renewal.${n === 1 ? 'period-first' : 'period-next'}`, values);
  if (openToday === undefined) return [told];
  return [told, say('stated.renewal.period-open', ends(openToday, wording))];
}

/** The ends of a period, its year said once. */
export function ends({ from, to }: Period, { date, endDate }: Wording) {
  return { from: endDate(from, to), to: date(to) };
}

function named({ from, to }: Period, { date, endDate }: Wording) {
  return { opens: endDate(from, to), latest: date(to) };
}
