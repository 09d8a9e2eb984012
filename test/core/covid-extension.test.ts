import * as fc from 'fast-check';
import { covidExtension } from '../../src/core/covid-extension';
import { calendarDates } from './calendar-dates';
import { expectAlways } from '../support/expect-always';

describe('covidExtension', () => {
  it.each([
    ['2020-12-31', { extended: false, because: 'anniversary' }],
    ['2021-01-01', { extended: true, until: '2022-01-01' }],
    ['2021-04-14', { extended: true, until: '2022-04-14' }],
    ['2021-06-30', { extended: true, until: '2022-06-30' }],
    ['2021-07-01', { extended: false, because: 'anniversary' }],
  ])('of an anniversary on %s', (anniversary, expected) => {
    expect(covidExtension(anniversary)).toEqual(expected);
  });

  it('never covers Cloud Business Applications', () => {
    expectAlways(
      fc.property(calendarDates(), (anniversary) => {
        expect(covidExtension(anniversary, 'cloud-business-applications')).toEqual({
          extended: false,
          because: 'competency',
        });
      }),
    );
  });
});
