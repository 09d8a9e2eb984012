import type { CalendarDate } from '../../core/calendar-date';

const NOON = 12;
/** Morning in UTC is evening of the same day where clocks are furthest ahead. */
const MORNING = 6;

/**
 * An instant of a day that UTC and the machine's own time zone both count to it: some parsers read the one, some the
 * other. `behind` is how many minutes the machine's clock is behind UTC, as `Date` has it.
 */
export function instantWithin(today: CalendarDate, behind = offsetOn(today)): Date {
  return at(today, behind > -NOON * 60 ? NOON : MORNING);
}

function offsetOn(today: CalendarDate): number {
  return at(today, NOON).getTimezoneOffset();
}

function at(today: CalendarDate, hour: number): Date {
  return new Date(`${today}T${String(hour).padStart(2, '0')}:00:00Z`);
}
