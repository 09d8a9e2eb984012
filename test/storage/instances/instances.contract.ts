import { setTimeout as wait } from 'node:timers/promises';
import type { Instances } from '../../../src/core/instances';

/**
 * What holds for instances that share a database; `two` gives the same one twice where there can only be one.
 * `countTurns` tells how many turns of a key have been asked for and are not over, where that takes a while to be settled.
 */
export function instancesContract(
  two: () => readonly [Instances, Instances],
  countTurns?: (key: string) => Promise<number>,
): void {
  it('run the tasks of a key one after another, in the order in which they were asked for', async () => {
    const [here, there] = two();
    const log: string[] = [];
    const run = (instances: Instances, name: string) =>
      instances.inTurn('key', async () => {
        log.push(`${name} begins`);
        await wait(5);
        log.push(`${name} ends`);
      });
    // A message that comes later comes later everywhere.
    const isQueued = async (count: number) => {
      while (countTurns !== undefined && (await countTurns('key')) < count);
    };
    let end = (): void => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const slow = here.inTurn('key', () => held);
    await isQueued(1);
    const runs: Promise<void>[] = [];
    for (const [index, instances] of [there, here, here, there, here].entries()) {
      runs.push(run(instances, String(index)));
      await isQueued(index + 2);
    }
    end();
    await slow;
    await Promise.all(runs);
    expect(log).toEqual([0, 1, 2, 3, 4].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('never run two tasks of a key at once, however many there are', async () => {
    const both = two();
    let running = 0;
    let most = 0;
    let done = 0;
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? both[0] : both[1]).inTurn(`key ${index % 3}`, async () => {
          const own = `key ${index % 3}`;
          running += own === 'key 0' ? 1 : 0;
          most = Math.max(most, running);
          await wait(1);
          running -= own === 'key 0' ? 1 : 0;
          done += 1;
        }),
      ),
    );
    expect({ most, done }).toEqual({ most: 1, done: 60 });
  });

  it('let the next begin at once, wherever it waits', async () => {
    const [here, there] = two();
    const begun: number[] = [];
    let end = (): void => undefined;
    const slow = here.inTurn('key', () => new Promise<void>((resolve) => (end = resolve)));
    const waiting = [here, there, here].map((instances) =>
      instances.inTurn('key', () => Promise.resolve(begun.push(performance.now()))),
    );
    // All are in the queue by then, and none looks for itself before a second is over.
    await wait(300);
    const over = performance.now();
    end();
    await Promise.all([slow, ...waiting]);
    expect(Math.max(...begun) - over).toBeLessThan(500);
  });

  it('run tasks of different keys side by side', async () => {
    const [here, there] = two();
    const first = here.inTurn('one', () =>
      there.inTurn('other', () => Promise.resolve('side by side')),
    );
    expect(await first).toBe('side by side');
  });

  it('give what a task gives, and let the next begin after one that fails', async () => {
    const [here, there] = two();
    expect(await here.inTurn('key', () => Promise.resolve(7))).toBe(7);
    await expect(there.inTurn('key', () => Promise.reject(new Error('bad')))).rejects.toThrow(
      'bad',
    );
    expect(await here.inTurn('key', () => Promise.resolve(8))).toBe(8);
  });

  it('run a job on one of them at a time', async () => {
    const [here, there] = two();
    let release: () => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const job = here.runsOnOne('job', () => {
      begin();
      return new Promise<void>((resolve) => (release = resolve));
    });
    await begun;
    expect(await there.runsOnOne('job', () => Promise.resolve())).toBe(false);
    expect(await here.runsOnOne('job', () => Promise.resolve())).toBe(false);
    expect(await there.runsOnOne('other job', () => Promise.resolve())).toBe(true);
    release();
    expect(await job).toBe(true);
    expect(await there.runsOnOne('job', () => Promise.resolve())).toBe(true);
    await expect(here.runsOnOne('job', () => Promise.reject(new Error('bad')))).rejects.toThrow();
    expect(await there.runsOnOne('job', () => Promise.resolve())).toBe(true);
  });
}
