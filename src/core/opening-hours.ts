import { addDays, type CalendarDate } from './calendar-date';
import { compareText } from './compare-text';
import { ConfigError } from './errors';
import { dateFormat } from './date-format';

/** When a desk is open: spans within a week, except on holidays. */
export interface OpeningHours {
  readonly spans: readonly OpeningSpan[];
  /** Days on which the desk is closed. */
  readonly holidays: readonly CalendarDate[];
  /** IANA name of the time zone in which the hours are meant. */
  readonly timeZone: string;
}

/** On each of some days of the week, Monday 0 to Sunday 6, from one time to another, `HH:MM`. */
export interface OpeningSpan {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** A calendar date and a time of day, both as the desk's own clock shows them. */
export interface LocalTime {
  readonly date: CalendarDate;
  readonly time: string;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SPAN = /^([a-z]{3})(?:-([a-z]{3}))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-4]):[0-5]\d)$/;
/** A desk that doesn't open for so long is taken to be closed for good. */
const FORESEEN_DAYS = 60;

/** Reads hours such as `Mon-Fri 08:00-17:00; Sat 10:00-14:00`. Throws a `ConfigError` for what it can't read. */
export function parseOpeningSpans(text: string): readonly OpeningSpan[] {
  return text.split(';').map((part) => {
    const [, first = '', last = first, from = '', to = ''] =
      SPAN.exec(part.trim().toLowerCase()) ?? [];
    const [start, end] = [DAYS.indexOf(first), DAYS.indexOf(last)];
    if (start < 0 || end < start || from >= to)
      throw new ConfigError(
        `"${part.trim()}" is no opening time such as "Mon-Fri 08:00-17:00" or "Sat 10:00-14:00".`,
      );
    return { days: DAYS.map((_, day) => day).slice(start, end + 1), from, to };
  });
}

/** When a closed desk opens next; undefined while it is open, or when it doesn't open within two months. */
export function nextOpening(now: Date, hours: OpeningHours): LocalTime | undefined {
  const { date: today, time } = localTime(now, hours.timeZone);
  const spansOn = (date: CalendarDate) =>
    hours.holidays.includes(date)
      ? []
      : hours.spans
          .filter(({ days }) => days.includes(weekday(date)))
          .sort((one, other) => compareText(one.from, other.from));
  if (spansOn(today).some(({ from, to }) => from <= time && time < to)) return undefined;
  for (let ahead = 0; ahead <= FORESEEN_DAYS; ahead++) {
    const date = addDays(today, ahead);
    const span = spansOn(date).find(({ from }) => ahead > 0 || from > time);
    if (span !== undefined) return { date, time: span.from };
  }
  return undefined;
}

/** What a clock and a calendar in a time zone show at an instant. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const text = dateFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
  }).format(instant);
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The instant at which a calendar date begins in a time zone. */
export function startOfDay(date: CalendarDate, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsetAt = (instant: number): number => {
    const local = localTime(new Date(instant), timeZone);
    return Date.parse(`${local.date}T${local.time}:00Z`) - instant;
  };
  return new Date(midnight - offsetAt(midnight - offsetAt(midnight)));
}

function weekday(date: CalendarDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
