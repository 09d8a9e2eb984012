import { repeat } from '../../src/core/repeat';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('does not begin again what has not ended', async () => {
  let end: () => void = () => undefined;
  const task = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const timer = repeat(100, task);
  await jest.advanceTimersByTimeAsync(1000);
  expect(task).toHaveBeenCalledTimes(1);
  end();
  await jest.advanceTimersByTimeAsync(100);
  expect(task).toHaveBeenCalledTimes(2);
  clearInterval(timer);
});
