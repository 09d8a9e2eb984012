import * as fc from 'fast-check';
import { addDays } from '../../src/core/calendar-date';
import { tokenReplacement } from '../../src/core/token-replacement';
import { calendarDates } from './calendar-dates';
import { expectAlways } from '../support/expect-always';

describe('tokenReplacement', () => {
  const activated = { activatedOn: '2026-05-03' };

  it.each([
    ['2026-05-03', { verdict: 'eligible', until: '2026-06-02', daysLeft: 30 }],
    ['2026-05-20', { verdict: 'eligible', until: '2026-06-02', daysLeft: 13 }],
    ['2026-06-02', { verdict: 'eligible', until: '2026-06-02', daysLeft: 0 }],
    ['2026-06-03', { verdict: 'too-late', until: '2026-06-02' }],
  ])('of a token activated on 3 May, on %s', (today, expected) => {
    expect(tokenReplacement(activated, today)).toEqual(expected);
  });

  it.each(['replaced', 'replacement'] as const)('is given once only: %s', (replacement) => {
    expect(tokenReplacement({ ...activated, replacement }, '2026-05-04')).toEqual({
      verdict: replacement,
    });
  });

  it('has nothing to undo before activation', () => {
    expect(tokenReplacement({}, '2026-05-04')).toEqual({ verdict: 'not-activated' });
  });

  it('is possible on exactly the 30 days after activation', () => {
    expectAlways(
      fc.property(calendarDates(), fc.nat({ max: 90 }), (date, age) => {
        const { verdict } = tokenReplacement({ activatedOn: date }, addDays(date, age));
        expect(verdict).toBe(age <= 30 ? 'eligible' : 'too-late');
      }),
    );
  });
});
