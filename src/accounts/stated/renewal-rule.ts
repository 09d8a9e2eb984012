import { daysBetween, type CalendarDate } from '../../core/calendar-date';
import {
  currentRenewalWindow,
  renewalWindow,
  renewalWindowOfYear,
  type RenewalWindow,
} from '../../core/renewal-window';
import type { AccountTurn } from '../presentation';
import type { Wording } from '../wording';
import { ambiguousDate, isWholeDate, readDates } from './read-dates';
import type { StatedRule } from './stated-rule';

/** "Bought 1 September 2020", "and in 2024?": the first window and the next one, or that of a year. */
export const renewalRule: StatedRule = {
  leansOn: 'time',
  read(reading) {
    const dates = readDates(reading);
    const purchases = dates.past.flatMap((readings) => readings.slice(0, 1));
    return {
      told: {
        dates: purchases.length === 0 ? undefined : purchases,
        today: dates.today,
        year: readYear(reading.turn),
      },
      ambiguous: ambiguousDate(dates),
    };
  },
  lines: ({ dates = [], year }, today, wording) =>
    dates.flatMap((purchased) =>
      year === undefined
        ? firstAndNext(purchased, today, wording)
        : [ofYear(purchased, year, wording)],
    ),
};

/** A year outside of the message's whole dates. */
function readYear({ entities, utterance }: AccountTurn): number | undefined {
  const dates = entities.filter((entity) => entity.type === 'date').filter(isWholeDate);
  const years = [...utterance.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)];
  const year = years.find(({ index }) =>
    dates.every(({ start, end }) => index < start || index >= end),
  );
  return year && Number(year[0]);
}

function firstAndNext(purchased: CalendarDate, today: CalendarDate, wording: Wording): string[] {
  const first = renewalWindow(purchased, 1);
  const told = sayWindow('first', first, wording, { purchased: wording.date(purchased) });
  return today < first.opens
    ? [`${told} ${wording.say('stated.renewal.opens', { count: daysBetween(today, first.opens) })}`]
    : [told, fromToday(currentRenewalWindow(purchased, today), today, wording)];
}

function ofYear(purchased: CalendarDate, year: number, wording: Wording): string {
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
