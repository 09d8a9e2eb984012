import { LockPatience } from '../../src/storage/sqlite/lock-patience';

const MILLISECONDS = 40;
const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

/** How often somebody looks before they are told that the file is locked. */
async function looks(patience: LockPatience): Promise<number> {
  const work = jest.fn(() => {
    throw locked;
  });
  await expect(patience.run(work)).rejects.toBe(locked);
  return work.mock.calls.length;
}

it('waits for the first who meets a lock, for nobody after them, and anew for a lock long after', async () => {
  const patience = new LockPatience(MILLISECONDS);
  expect(await looks(patience)).toBeGreaterThan(1);
  expect(await looks(patience)).toBe(1);
  expect(await looks(patience)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, MILLISECONDS + 10));
  expect(await looks(patience)).toBeGreaterThan(1);
});

it('gives what was worked out once the file is free', async () => {
  let left = 2;
  const work = () => {
    if (left-- > 0) throw locked;
    return 'done';
  };
  expect(await new LockPatience(1000).run(work)).toBe('done');
});

it('passes on at once what is no lock', async () => {
  const full = Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' });
  const work = jest.fn(() => {
    throw full;
  });
  await expect(new LockPatience(1000).run(work)).rejects.toBe(full);
  expect(work).toHaveBeenCalledTimes(1);
});
