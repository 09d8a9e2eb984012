import { steadyClock } from '../../src/core/steady-clock';

it('runs on when the clock is set back', () => {
  const before = steadyClock();
  const real = jest.spyOn(Date, 'now').mockReturnValue(before.getTime() - 86_400_000);
  expect(steadyClock().getTime()).toBeGreaterThanOrEqual(before.getTime());
  real.mockRestore();
});
