import type { CalendarDate } from '../../core/calendar-date';
import type { Entity } from '../../core/recognition';
import { readingsOf } from '../select-by-date';
import type { StatedReading } from './stated-rule';

/** The dates that a message tells. */
export interface StatedDates {
  /** What has happened by the day that counts as today: the possible readings of each date, never none. */
  readonly past: readonly (readonly CalendarDate[])[];
  /** The day that the message calls today. */
  readonly today: CalendarDate | undefined;
}

/** Reads the dates of a message; a bare year isn't one. */
export function readDates({ turn, today, wording }: StatedReading): StatedDates {
  // "Can we renew today?" tells of nothing that has happened.
  const isMereToday = ({ value, text }: Extract<Entity, { type: 'date' }>) =>
    value === turn.today && !/\d/.test(text);
  const dates = turn.entities
    .filter((entity) => entity.type === 'date')
    .filter(isWholeDate)
    .filter((date) => !isMereToday(date) || wording.hasCue('happened', turn.utterance));
  const said = dates.find(({ isToday }) => isToday)?.value;
  const past = dates
    .filter(({ isToday }) => isToday !== true)
    .map((date) => readingsOf(date).filter((reading) => reading <= (said ?? today)));
  return { past: past.filter((readings) => readings.length > 0), today: said };
}

/** Whether a date is more than a year, "2024". */
export function isWholeDate({ text }: Entity): boolean {
  return !/^\s*\d{4}\s*$/.test(text);
}

/** The readings of the first date that has several. */
export function ambiguousDate({ past }: StatedDates): readonly CalendarDate[] | undefined {
  return past.find((readings) => readings.length > 1);
}
