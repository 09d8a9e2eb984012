import { setImmediate as nextRound, setTimeout as wait } from 'node:timers/promises';
import type { Instances, Listener } from '../../src/core/instances';
import { RateLimits } from '../../src/rates/rate-limits';
import { openDatabase, type Database } from '../../src/storage/database';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { PostgresInstances } from '../../src/storage/instances/postgres-instances';
import { silentLog } from '../server/test-server';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';

const RATE = { points: 60, seconds: 60 };

it('counts by key, and says how long to wait', async () => {
  const limit = new RateLimits(new LocalInstances()).limit('turns', RATE);
  for (let taken = 1; taken <= 62; taken += 1) expect((await limit.take('a')).points).toBe(taken);
  expect(await limit.take('b')).toEqual({ points: 1, secondsLeft: 60 });
});

describe('instances that hear each other late', () => {
  const shared = () => {
    const told: string[] = [];
    const listeners: Listener[] = [];
    const limits = new RateLimits({
      isShared: true,
      tell: (_, message) => void told.push(message),
      hear: (_, listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    });
    const hear = async (messages: readonly string[]) => {
      for (const message of messages) for (const listener of listeners) listener.told(message);
      await nextRound();
    };
    return { limit: limits.limit('turns', RATE), told, hear };
  };

  it('let nobody have more than what is left, and tell of the first that is refused', async () => {
    const [here, there] = [shared(), shared()];
    for (let taken = 1; taken <= RATE.points; taken += 1) {
      await here.limit.take('kim');
      if (taken % 2 === 0) await there.limit.take('kim');
    }
    await there.hear(here.told);
    expect((await there.limit.take('kim')).points).toBe(RATE.points + 1);
    expect((await there.limit.take('kim')).points).toBe(RATE.points + 2);
    await there.hear(here.told);
    expect((await there.limit.take('kim')).points).toBe(RATE.points + 3);
    expect((await there.limit.take('lee')).points).toBe(1);
    // What is refused is nobody's business.
    const countBefore = here.told.length;
    for (let taken = 0; taken < RATE.points; taken += 1) await here.limit.take('kim');
    expect(here.told).toHaveLength(countBefore);
  });

  it('are not upset by what another version may tell', async () => {
    const { limit, hear } = shared();
    await hear(['nonsense', '{}', '{"limit":"unknown","key":"kim","points":1}']);
    expect((await limit.take('kim')).points).toBe(1);
  });
});

(isPostgresInstalled ? describe : describe.skip)('instances that share PostgreSQL', () => {
  let database: Database;
  let instances: readonly PostgresInstances[];
  beforeAll(async () => {
    const url = await newPostgresUrl();
    database = await openDatabase(url);
    instances = [1, 2, 3].map(
      (instance) => new PostgresInstances({ url, database, instance, log: silentLog }),
    );
    for (const instance of instances) await instance.open();
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.close()));
    await database.destroy();
  });

  /** Resolves when each has heard what the others have told. */
  async function allHeard(): Promise<void> {
    let missing = instances.length * (instances.length - 1);
    const told = () => void (missing -= 1);
    const stop = instances.map((one) => one.hear('ping', { told, missed: () => undefined }));
    for (const instance of instances) instance.tell('ping', '');
    while (missing > 0) await wait(1);
    for (const end of stop) end();
  }

  it('let nobody have much more than one instance would', async () => {
    const limits = instances.map((instance) => new RateLimits(instance).limit('turns', RATE));
    let allowed = 0;
    for (let round = 0; round < 60; round += 1) {
      const taken = await Promise.all(limits.map((limit) => limit.take('somebody')));
      allowed += taken.filter(({ points }) => points <= RATE.points).length;
      await allHeard();
    }
    expect(allowed).toBeGreaterThanOrEqual(RATE.points);
    expect(allowed).toBeLessThanOrEqual(RATE.points * 1.3);
    // Whoever is refused can be told so: nobody's count jumps over the first refusal.
    const others = limits.map((limit) => limit.take('another'));
    expect((await Promise.all(others)).map(({ points }) => points)).toEqual([1, 1, 1]);
  });

  it('are told nothing of who writes at leisure, and no name of who doesn’t', async () => {
    const told: string[] = [];
    const quiet: Pick<Instances, 'isShared' | 'tell' | 'hear'> = {
      isShared: true,
      tell: (_, message) => told.push(message),
      hear: () => () => undefined,
    };
    const limit = new RateLimits(quiet).limit('turns', RATE);
    for (let taken = 1; taken <= 5; taken += 1) await limit.take('kim@contoso.example');
    expect(told).toEqual([]);
    for (let taken = 6; taken <= 70; taken += 1) await limit.take('kim@contoso.example');
    expect(told).toHaveLength(10);
    expect(told.join()).not.toContain('contoso');
  });
});
