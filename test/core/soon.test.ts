import { soon } from '../../src/core/soon';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('gives what there is in time, and nothing for what is late or fails', async () => {
  const late = soon(2000, new Promise<string>(() => undefined));
  await jest.advanceTimersByTimeAsync(2000);
  expect(await late).toBeUndefined();
  expect(await soon(2000, Promise.resolve('figure'))).toBe('figure');
  expect(await soon<string>(2000, Promise.reject(new Error('away')))).toBeUndefined();
  expect(jest.getTimerCount()).toBe(0);
});
