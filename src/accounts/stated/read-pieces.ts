import { yearOf, type CalendarDate } from '../../core/calendar-date';
import { fromInterval } from '../../core/period';
import type { AccountTurn } from '../presentation';

/** Pieces of a date that complete what was told before: "2025, the 1st". */
export interface DatePieces {
  readonly year?: number | undefined;
  readonly day?: number | undefined;
}

/** Reads the pieces of a message; a year to come completes nothing that has happened. */
export function readPieces({ utterance, entities }: AccountTurn, today: CalendarDate): DatePieces {
  const days = entities.flatMap((entity) => (entity.type === 'day' ? [entity.value] : []));
  const years = [bareYear({ utterance, entities }), ...entities.map((entity) => wholeYear(entity))];
  const year = years.find((one) => one !== undefined && one <= yearOf(today));
  return { year, day: days[0] };
}

/** A year outside of the message's dates and periods, and of names such as "Office 2021". */
export function bareYear({
  utterance,
  entities,
}: Pick<AccountTurn, 'utterance' | 'entities'>): number | undefined {
  const names = entities.filter(({ type }) => type === 'product').map(({ end }) => end + 1);
  const dates = entities.filter(
    ({ type, text }) => ['date', 'coming', 'period'].includes(type) && !/^\s*\d{4}\s*$/.test(text),
  );
  const years = [...utterance.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)];
  const year = years.find(
    ({ index }) =>
      !names.includes(index) && dates.every(({ start, end }) => index < start || index >= end),
  );
  return year && Number(year[0]);
}

/** The year that a period is: "last year". */
function wholeYear({ type, value }: AccountTurn['entities'][number]): number | undefined {
  if (type !== 'period') return undefined;
  const period = fromInterval(value);
  const isYear = period?.from.endsWith('-01-01') === true && period.to.endsWith('-12-31');
  return isYear ? yearOf(period.from) : undefined;
}
