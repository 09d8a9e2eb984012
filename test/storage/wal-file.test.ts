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
  await Promise.all([wal.sync(), wal.sync(), wal.sync(), wal.sync()]);
  // The first can't know of what came while it was under way.
  expect(datasync).toHaveBeenCalledTimes(2);
  await wal.sync();
  expect(datasync).toHaveBeenCalledTimes(3);
  await wal.close();
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
