import { createRetry } from '../../../src/channels/bot-service/retry';

/** What a connector call rejects with. */
const failed = (statusCode: number, retryAfter?: string) => ({
  ...{ statusCode, response: { headers: { get: () => retryAfter } } },
});

/** Fails once; gives when it was tried, in milliseconds, and what came of it. */
async function tryTwice(failure: object) {
  const [begun, tries]: [number, number[]] = [Date.now(), []];
  const trying = createRetry(() => 0.5).execute(() => {
    if (tries.push(Date.now() - begun) === 1) throw Object.assign(new Error('No.'), failure);
    return 'sent';
  });
  const outcome = trying.catch(() => 'failed');
  await jest.advanceTimersByTimeAsync(60_000);
  return { tries, outcome: await outcome };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([
  [412, undefined, 500],
  [429, undefined, 500],
  [429, '0', 0],
  [429, '20', 20_000],
  [502, undefined, 500],
  [503, '3', 3000],
  [504, undefined, 500],
])('status %s with Retry-After %s is tried again after %d ms', async (status, asked, pause) => {
  const sent = await tryTwice(failed(status, asked));
  expect(sent).toEqual({ tries: [0, pause], outcome: 'sent' });
});

it('a connection that was refused is tried again', async () => {
  expect(await tryTwice({ code: 'ECONNREFUSED' })).toEqual({ tries: [0, 500], outcome: 'sent' });
});

it.each([
  ['that may have arrived', { code: 'ECONNRESET' }],
  ['that failed with 500', failed(500)],
  ['that is for another time', failed(429, '21')],
  ['that is wrong', failed(400)],
])('a message %s is not tried again', async (_, failure) => {
  expect(await tryTwice(failure)).toEqual({ tries: [0], outcome: 'failed' });
});

it('a call without an answer is given up after a minute', async () => {
  const outcome = createRetry()
    .execute(() => new Promise(() => undefined))
    .catch(() => 'failed');
  await jest.advanceTimersByTimeAsync(59_999);
  expect(await Promise.race([outcome, Promise.resolve('under way')])).toBe('under way');
  await jest.advanceTimersByTimeAsync(1);
  expect(await outcome).toBe('failed');
});
