import { mkdtempSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WalFile } from '../../src/storage/sqlite/wal-file';

const path = join(mkdtempSync(join(tmpdir(), 'wal-')), 'bot.db');

it('waits for the disk once for all who come while it is busy', async () => {
  writeFileSync(`${path}-wal`, 'pages');
  const handle = await files.open(path, 'w');
  const prototype = Object.getPrototypeOf(handle) as files.FileHandle;
  await handle.close();
  const datasync = jest.spyOn(prototype, 'datasync');
  const wal = new WalFile(path);
  const releases: (() => void)[] = [];
  const busy = () => new Promise<void>((resolve) => releases.push(resolve));
  datasync.mockReturnValueOnce(busy()).mockReturnValueOnce(busy());
  const told: string[] = [];
  const first = [wal.sync(), wal.sync()];
  while (datasync.mock.calls.length === 0) await new Promise(setImmediate);
  // It can't know of what comes while it is under way.
  const second = [wal.sync(), wal.sync()];
  const idle = wal.idle().then(() => told.push('idle'));
  await new Promise(setImmediate);
  expect([datasync.mock.calls.length, told]).toEqual([1, []]);
  releases[0]?.();
  await Promise.all(first);
  while (datasync.mock.calls.length === 1) await new Promise(setImmediate);
  expect(told).toEqual([]);
  releases[1]?.();
  await Promise.all([...second, idle]);
  expect(datasync).toHaveBeenCalledTimes(2);
  await wal.sync();
  expect(datasync).toHaveBeenCalledTimes(3);
  await wal.close();
  datasync.mockRestore();
});

it('waits for the disk once at a time, also for who comes just as one wait ends', async () => {
  const handle = await files.open(path, 'w');
  const datasync = jest.spyOn(Object.getPrototypeOf(handle) as files.FileHandle, 'datasync');
  await handle.close();
  let [running, most] = [0, 0];
  datasync.mockImplementation(async () => {
    most = Math.max(most, (running += 1));
    await new Promise(setImmediate);
    running -= 1;
  });
  const wal = new WalFile(path);
  const first = wal.sync();
  while (datasync.mock.calls.length === 0) await new Promise(setImmediate);
  const second = wal.sync();
  await Promise.all([second, first.then(() => wal.sync())]);
  expect(most).toBe(1);
  await wal.close();
  datasync.mockRestore();
});

it('is closed when all who wait have been told', async () => {
  const handle = await files.open(path, 'w');
  const datasync = jest.spyOn(Object.getPrototypeOf(handle) as files.FileHandle, 'datasync');
  await handle.close();
  const told: string[] = [];
  const note = (name: string) => () => void told.push(name);
  const wal = new WalFile(path);
  let release: () => void = () => undefined;
  datasync.mockReturnValueOnce(new Promise((resolve) => (release = resolve)));
  const first = wal.sync().then(note('first'));
  while (datasync.mock.calls.length === 0) await new Promise(setImmediate);
  const second = wal.sync().then(note('second'));
  const closing = wal.close().then(note('closed'));
  await new Promise(setImmediate);
  expect(told).toEqual([]);
  release();
  await Promise.all([first, second, closing]);
  expect(told).toEqual(['first', 'second', 'closed']);
  datasync.mockRestore();
});

it('is certain of nothing after the disk has failed, until what it may have lost is elsewhere', async () => {
  const handle = await files.open(path, 'w');
  const datasync = jest.spyOn(Object.getPrototypeOf(handle) as files.FileHandle, 'datasync');
  await handle.close();
  const wal = new WalFile(path);
  datasync.mockRejectedValueOnce(new Error('EIO'));
  const first = wal.sync();
  while (datasync.mock.calls.length === 0) await new Promise(setImmediate);
  const second = wal.sync();
  await expect(first).rejects.toThrow('EIO');
  await expect(second).rejects.toThrow('EIO');
  wal.forgetFailure();
  await expect(wal.sync()).resolves.toBeUndefined();
  await wal.close();
  datasync.mockRestore();
});

it('is certain of nothing where there is no such file, until there is one and what was missed is elsewhere', async () => {
  const other = `${path}-other`;
  const wal = new WalFile(other);
  await expect(wal.sync()).rejects.toThrow('ENOENT');
  writeFileSync(`${other}-wal`, 'pages');
  await expect(wal.sync()).rejects.toThrow('ENOENT');
  wal.forgetFailure();
  await wal.sync();
  await wal.close();
});
