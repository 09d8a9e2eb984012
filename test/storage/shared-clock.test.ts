import { sharedClock } from '../../src/storage/shared-clock';
import { describeEachDatabase } from '../support/postgres/each-database';

const DAY = 86_400_000;
/** All but the machine's clock. */
const REAL = [
  ...(['nextTick', 'queueMicrotask', 'setTimeout', 'setInterval', 'setImmediate'] as const),
  ...(['clearTimeout', 'clearInterval', 'clearImmediate', 'performance', 'hrtime'] as const),
];
/** Between two looks at two clocks of a busy machine. */
const CLOSE_MS = 5000;

describeEachDatabase('the clock', (open, { isServer }) => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it(`is ${isServer ? "the server's, whatever the machine's says" : "the machine's"}`, async () => {
    const real = Date.now();
    jest.useFakeTimers({ now: real + DAY, doNotFake: REAL });
    const clock = await sharedClock(await open());
    expect(clock().getTime() - real).toBeGreaterThanOrEqual(isServer ? -CLOSE_MS : DAY);
    expect(clock().getTime() - real).toBeLessThan(isServer ? CLOSE_MS : DAY + CLOSE_MS);
  });

  it('is looked at again after a minute', async () => {
    const clock = await sharedClock(await open());
    const steady = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => steady() + DAY);
    while (clock().getTime() - Date.now() > CLOSE_MS) await new Promise(setImmediate);
    expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(CLOSE_MS);
  });

  it('runs on while the database is away', async () => {
    const database = await open();
    const clock = await sharedClock(database);
    const steady = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => steady() + DAY);
    jest.spyOn(database, 'getExecutor').mockImplementationOnce(() => {
      throw new Error('Away.');
    });
    const first = clock().getTime();
    // Nobody catches what nobody waits for.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock().getTime()).toBeGreaterThanOrEqual(first);
  });
});
