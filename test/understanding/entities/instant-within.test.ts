import { instantWithin } from '../../../src/understanding/entities/instant-within';

it.each([-840, -765, -720, -719, -60, 0, 300, 720])(
  'lies on the day in UTC and where clocks are %i minutes behind it',
  (behind) => {
    const instant = instantWithin('2026-11-22', behind);
    const there = new Date(instant.getTime() - behind * 60_000);
    expect([instant, there].map((date) => date.toISOString().slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-11-22',
    ]);
  },
);
