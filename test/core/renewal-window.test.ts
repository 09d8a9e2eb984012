import * as fc from 'fast-check';
import { addDays, addYears, daysBetween } from '../../src/core/calendar-date';
import {
  currentRenewalWindow,
  renewalState,
  renewalWindow,
  renewalWindowOfYear,
} from '../../src/core/renewal-window';
import { calendarDates } from './calendar-dates';
import { expectAlways } from '../support/expect-always';

const nth = fc.integer({ min: 1, max: 60 });

describe('renewalWindow', () => {
  it.each([
    ['2020-09-01', 1, '2021-09-02', '2021-10-01'],
    ['2020-02-29', 1, '2021-03-01', '2021-03-30'],
    ['2020-02-29', 4, '2024-03-01', '2024-03-30'],
    ['2020-12-31', 1, '2022-01-01', '2022-01-30'],
    ['2023-02-28', 1, '2024-02-29', '2024-03-29'],
  ])('of %s, number %i, is %s to %s', (purchased, n, opens, closes) => {
    expect(renewalWindow(purchased, n)).toMatchObject({ opens, closes });
  });

  it('is 30 days from the day after the anniversary', () => {
    expectAlways(
      fc.property(calendarDates(), nth, (purchased, n) => {
        const { anniversary, opens, closes } = renewalWindow(purchased, n);
        expect(anniversary).toBe(addYears(purchased, n));
        expect(daysBetween(anniversary, opens)).toBe(1);
        expect(daysBetween(opens, closes) + 1).toBe(30);
      }),
    );
  });

  it('never overlaps the next one', () => {
    expectAlways(
      fc.property(calendarDates(), nth, (purchased, n) => {
        expect(renewalWindow(purchased, n).closes < renewalWindow(purchased, n + 1).opens).toBe(
          true,
        );
      }),
    );
  });
});

describe('renewalWindowOfYear', () => {
  it('is the window of the anniversary in that year', () => {
    expect(renewalWindowOfYear('2020-02-29', 2024)?.opens).toBe('2024-03-01');
  });

  it.each([2019, 2020])('is undefined for %i, before the first anniversary', (year) => {
    expect(renewalWindowOfYear('2020-02-29', year)).toBeUndefined();
  });
});

describe('currentRenewalWindow', () => {
  it.each([
    ['2020-09-01', '2020-09-15', '2021-09-02'],
    ['2020-09-01', '2021-10-01', '2021-09-02'],
    ['2020-09-01', '2021-10-02', '2022-09-02'],
    ['2020-12-20', '2022-01-05', '2021-12-21'],
    ['2020-09-01', '2019-01-01', '2021-09-02'],
  ])('of %s on %s opens %s', (purchased, today, opens) => {
    expect(currentRenewalWindow(purchased, today).opens).toBe(opens);
  });

  it('is the first one that has not closed', () => {
    expectAlways(
      fc.property(calendarDates(), calendarDates(), (purchased, today) => {
        const { anniversary, closes } = currentRenewalWindow(purchased, today);
        expect(closes >= today).toBe(true);
        const n = Number(anniversary.slice(0, 4)) - Number(purchased.slice(0, 4));
        expect(n === 1 || renewalWindow(purchased, n - 1).closes < today).toBe(true);
      }),
    );
  });
});

describe('renewalState', () => {
  const bought = { purchased: '2025-09-01', renewals: [] };

  it.each([
    ['2026-08-19', { phase: 'before', daysUntil: 14 }],
    ['2026-09-01', { phase: 'before', daysUntil: 1 }],
    ['2026-09-02', { phase: 'open', daysLeft: 29 }],
    ['2026-10-01', { phase: 'open', daysLeft: 0 }],
    ['2026-10-02', { phase: 'expired' }],
  ])('on %s', (today, expected) => {
    expect(renewalState(bought, today)).toMatchObject(expected);
  });

  it.each([
    ['in the window', ['2026-09-20'], '2027-09-02'],
    ['on the last day of the window', ['2026-10-01'], '2027-09-02'],
    ['twice', ['2027-09-05', '2026-09-20'], '2028-09-02'],
  ])('counts from the last renewal: %s', (_, renewals, opens) => {
    const state = renewalState({ ...bought, renewals }, '2026-10-10');
    expect(state).toMatchObject({ phase: 'before', window: { opens } });
  });

  it('carries a renewal in a window that runs into the new year to the next anniversary', () => {
    const state = renewalState({ purchased: '2024-12-20', renewals: ['2026-01-10'] }, '2026-02-01');
    expect(state.window.opens).toBe('2026-12-21');
  });

  it('is before, in and after the window of the first anniversary when never renewed', () => {
    expectAlways(
      fc.property(calendarDates(), fc.nat({ max: 800 }), (purchased, age) => {
        const today = addDays(purchased, age);
        const window = renewalWindow(purchased, 1);
        const expected = [
          { phase: 'before', window, daysUntil: daysBetween(today, window.opens) },
          { phase: 'open', window, daysLeft: daysBetween(today, window.closes) },
          { phase: 'expired', window },
        ][Number(today >= window.opens) + Number(today > window.closes)];
        expect(renewalState({ purchased, renewals: [] }, today)).toEqual(expected);
      }),
    );
  });
});
