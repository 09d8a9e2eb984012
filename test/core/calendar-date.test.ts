import * as fc from 'fast-check';
import {
  addDays,
  addYears,
  calendarDateAt,
  daysBetween,
  isCalendarDate,
} from '../../src/core/calendar-date';
import { calendarDates } from './calendar-dates';
import { expectAlways } from '../support/expect-always';

describe('isCalendarDate', () => {
  it.each(['2020-02-29', '2021-12-31', '0001-01-01'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each(['2021-02-29', '2021-13-01', '2021-00-10', '2021-1-1', '2021-01-01T00:00', '', 'today'])(
    'refuses %p',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
    },
  );
});

describe('day arithmetic', () => {
  it.each([
    ['2021-12-31', 1, '2022-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2021-03-01', -1, '2021-02-28'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it('comes back from where it went, by whole days', () => {
    expectAlways(
      fc.property(calendarDates(), fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isCalendarDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });
});

describe('addYears', () => {
  it.each([
    ['2020-09-01', 1, '2021-09-01'],
    ['2020-02-29', 1, '2021-02-28'],
    ['2020-02-29', 4, '2024-02-29'],
    ['2000-02-29', 100, '2100-02-28'],
  ])('%s and %i years is %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });
});

describe('calendarDateAt', () => {
  it.each([
    ['2026-05-03T21:59:59Z', 'Europe/Stockholm', '2026-05-03'],
    ['2026-05-03T22:00:00Z', 'Europe/Stockholm', '2026-05-04'],
    ['2026-12-31T23:30:00Z', 'Europe/Stockholm', '2027-01-01'],
    ['2026-12-31T23:30:00Z', 'America/Los_Angeles', '2026-12-31'],
    ['2026-01-01T00:30:00Z', 'Pacific/Kiritimati', '2026-01-01'],
  ])('at %s in %s it is %s', (instant, timeZone, expected) => {
    expect(calendarDateAt(new Date(instant), timeZone)).toBe(expected);
  });

  it('changes at midnight there', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom('Europe/Stockholm', 'Pacific/Kiritimati', 'Asia/Kolkata', 'UTC');
    expectAlways(
      fc.property(instants, zones, (instant, timeZone) => {
        const clock = instant.toLocaleTimeString('en-GB', { timeZone });
        const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
        const sinceMidnight = ((hours * 60 + minutes) * 60 + seconds) * 1000;
        // An hour to spare: the day on which summer time ends has 25.
        const justBefore = new Date(instant.getTime() - sinceMidnight - 3_601_000);
        const today = calendarDateAt(instant, timeZone);
        expect(daysBetween(calendarDateAt(justBefore, timeZone), today)).toBe(1);
      }),
    );
  });
});
