import * as fc from 'fast-check';
import type { CalendarDate } from '../../src/core/calendar-date';

const isoDay = (date: Date): CalendarDate => date.toISOString().slice(0, 10);

/** Any date of the years 1990 to 2090, with leap days and the ends of years far oftener than by chance. */
export function calendarDates(): fc.Arbitrary<CalendarDate> {
  const any = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map(isoDay);
  const year = fc.integer({ min: 1990, max: 2090 });
  const leapDay = fc.integer({ min: 498, max: 522 }).map((n) => `${n * 4}-02-29`);
  const edge = fc
    .tuple(year, fc.constantFrom('01-01', '02-28', '03-01', '12-02', '12-31'))
    .map(([number, day]) => `${number}-${day}`);
  return fc.oneof({ weight: 3, arbitrary: any }, leapDay, edge);
}
