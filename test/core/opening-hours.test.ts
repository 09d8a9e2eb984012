import { startOfDay, nextOpening, parseOpeningSpans } from '../../src/core/opening-hours';

const hours = {
  spans: parseOpeningSpans('Mon-Fri 08:00-17:00; Sat 10:00-14:00'),
  holidays: ['2026-12-24', '2026-12-25', '2026-12-26'],
  timeZone: 'Europe/Stockholm',
};

describe('nextOpening', () => {
  it.each([
    ['in the morning before', '2026-05-20T05:59:00Z', { date: '2026-05-20', time: '08:00' }],
    ['at the moment of opening', '2026-05-20T06:00:00Z', undefined],
    [
      'in winter, an hour later by UTC',
      '2026-01-14T06:30:00Z',
      { date: '2026-01-14', time: '08:00' },
    ],
    ['in the last open minute', '2026-05-20T14:59:59Z', undefined],
    ['at closing time', '2026-05-20T15:00:00Z', { date: '2026-05-21', time: '08:00' }],
    ['on a Friday night', '2026-05-22T18:00:00Z', { date: '2026-05-23', time: '10:00' }],
    ['on a Sunday', '2026-05-24T10:00:00Z', { date: '2026-05-25', time: '08:00' }],
    ['on a holiday', '2026-12-24T10:00:00Z', { date: '2026-12-28', time: '08:00' }],
    [
      'late on the day before by UTC',
      '2026-05-24T23:30:00Z',
      { date: '2026-05-25', time: '08:00' },
    ],
  ])('%s', (_, instant, expected) => {
    expect(nextOpening(new Date(instant), hours)).toEqual(expected);
  });

  it('is unknown for a desk that never opens', () => {
    expect(nextOpening(new Date('2026-05-20T06:00:00Z'), { ...hours, spans: [] })).toBeUndefined();
  });
});

it.each([
  '',
  'Mon',
  'Mon-Fri 8-17',
  'Fri-Mon 08:00-17:00',
  'Mon 17:00-08:00',
  'Man-Fre 08:00-17:00',
])('refuses "%s" as opening hours', (text) => {
  expect(() => parseOpeningSpans(text)).toThrow(/no opening time/);
});

it.each([
  ['2026-05-20', 'Europe/Stockholm', '2026-05-19T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Stockholm', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Stockholm', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
  ['2026-05-20', 'America/New_York', '2026-05-20T04:00:00.000Z'],
  ['2026-05-20', 'Asia/Kolkata', '2026-05-19T18:30:00.000Z'],
])('%s begins in %s at %s', (date, timeZone, instant) => {
  expect(startOfDay(date, timeZone).toISOString()).toBe(instant);
});
