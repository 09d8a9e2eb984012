import { isCalendarDate, yearOf, type CalendarDate } from '../../core/calendar-date';
import { type DayOrPeriod, fromInterval, type Interval, toInterval } from '../../core/period';
import type { Entity } from '../../core/recognition';
import { readingsOf } from '../select-by-date';
import { wordsIn } from '../words-in';
import { narrowPeriod } from './narrow-period';
import { readPieces } from './read-pieces';
import type { StatedReading } from './stated-rule';

/** The dates that a message tells. */
export interface StatedDates {
  /** What has happened by the day that counts as today: the possible readings of each date, never none. */
  readonly past: readonly (readonly CalendarDate[])[];
  /** Whether the first of them was told without its year. */
  readonly isYearless: boolean;
  /** When no day was told, but a time: the possible readings of it, none where none was told either. */
  readonly periods: readonly Interval[];
  /** Whether the message only completes the time that an earlier one told. */
  readonly isPieced: boolean;
  /** The day that the message calls today. */
  readonly today: CalendarDate | undefined;
}

/** A longer message tells more than a time. */
const MOST_WORDS = 9;

/** Reads the dates of a message; a bare year isn't one. */
export function readDates(reading: StatedReading): StatedDates {
  const { turn, today, wording } = reading;
  // "Can we renew today?" tells of nothing that has happened.
  const isMereToday = ({ value, text }: Extract<Entity, { type: 'date' }>) =>
    value === turn.today && !/\d/.test(text);
  const dates = turn.entities
    .filter((entity) => entity.type === 'date')
    .filter(isWholeDate)
    .filter((date) => !isMereToday(date) || wording.hasCue('happened', turn.utterance));
  const said = dates.find(({ isToday }) => isToday)?.value;
  const told = dates.filter(({ isToday }) => isToday !== true);
  const past = told
    .map((date) => readingsOf(date).filter((one) => one <= (said ?? today)))
    .filter((readings) => readings.length > 0);
  const isYearless = told[0]?.coming !== undefined;
  if (past.length > 0) return { past, isYearless, periods: [], isPieced: false, today: said };
  const moved = otherDay(reading);
  if (moved !== undefined)
    return { past: [[moved]], isYearless: false, periods: [], isPieced: false, today: said };
  const { times, isPieced } = inPieces(reading);
  const days = times.filter((time) => fromInterval(time) === undefined);
  const found = days.length > 0 ? { past: [days], periods: [] } : { past: [], periods: times };
  return { ...found, isYearless: false, isPieced, today: said };
}

/** "What if it had been the 10th?" moves the one day that was told within its month. */
function otherDay({ turn, today, earlier }: StatedReading): CalendarDate | undefined {
  const [told, ...others] = earlier.dates ?? [];
  const { day } = readPieces(turn, today);
  if (told === undefined || day === undefined || others.length > 0) return undefined;
  if (turn.entities.some(({ type }) => type === 'period')) return undefined;
  const moved = `${told.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isCalendarDate(moved) && moved <= today ? moved : undefined;
}

/** A time that was told now or before, with the year and the day that complete it: a day, or a narrower time. */
function inPieces(reading: StatedReading) {
  const { turn, today, earlier } = reading;
  const { year, day } = readPieces(turn, today);
  const now = turn.entities.find((entity) => entity.type === 'period');
  const isTold = now !== undefined && isTelling(now, reading);
  const readings = isTold ? (now.readings ?? [now.value]) : yearOfPurchase(reading, year);
  const isPieced =
    earlier.period !== undefined &&
    (year !== undefined || (day !== undefined && readings.length === 0));
  const periods = isPieced ? [earlier.period] : readings;
  const times = periods.flatMap((period) => narrowPeriod(period, { year, day, today }));
  return { times, isPieced };
}

/** "We bought it in 2024": the whole year. */
function yearOfPurchase(
  { turn, wording, today, earlier }: StatedReading,
  year = Infinity,
): Interval[] {
  const isTold =
    wording.hasCue('happened', turn.utterance) &&
    year <= yearOf(today) &&
    earlier.isYearless !== true;
  return isTold ? [toInterval({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31` })] : [];
}

/** "Can we renew in March?" tells of nothing that has happened. */
function isTelling(
  { text, isAgo }: Extract<Entity, { type: 'period' }>,
  { turn, wording, earlier }: StatedReading,
): boolean {
  if (isAgo === true) return true;
  if (wording.hasCue('happened', turn.utterance)) return true;
  if (wording.hasCue('anniversary', turn.utterance)) return true;
  const { dates, period, elapsedDays } = earlier;
  if ([dates, period, elapsedDays].some((told) => told !== undefined)) return true;
  const beside = turn.utterance.replace(text, ' ');
  return wordsIn(turn.utterance).length <= MOST_WORDS && !wording.hasCue('asking', beside);
}

/** Whether a date is more than a year, "2024". */
export function isWholeDate({ text }: Entity): boolean {
  return !/^\s*\d{4}\s*$/.test(text);
}

/** The readings of the first date that has several, or of a period. */
export function ambiguousDate({ past, periods }: StatedDates): readonly DayOrPeriod[] | undefined {
  const several = past.find((readings) => readings.length > 1);
  return several ?? (periods.length > 1 ? periods : undefined);
}
