import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import LibsqlDatabase from 'libsql';
import { Kysely, sql } from 'kysely';
import { isUnavailable } from '../../src/storage/is-unavailable';
import { openSqlite } from '../../src/storage/open-sqlite';

interface Schema {
  readonly word: { readonly text: string };
}

const folder = mkdtempSync(join(tmpdir(), 'sqlite-files-'));
const file = join(folder, 'words.db');
let database: Kysely<Schema>;

const write = (text: string) => database.insertInto('word').values({ text }).execute();

/** What a write comes to, whose failure must be one that passes. */
async function outcome(text: string): Promise<string> {
  try {
    await write(text);
    return 'kept';
  } catch (error) {
    return isUnavailable(error) ? 'unavailable' : String(error);
  }
}

beforeEach(async () => {
  database = new Kysely<Schema>({ dialect: openSqlite(`file:${file}`) });
  await sql`create table word (text text not null)`.execute(database);
  await write('before');
});
afterEach(async () => {
  await database.destroy();
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['', '-wal', '-shm'])(
  'keeps nothing while its file%s is elsewhere, and goes on when it is back',
  async (suffix) => {
    renameSync(file + suffix, `${file}.away`);
    expect(await outcome('nowhere')).toBe('unavailable');
    renameSync(`${file}.away`, file + suffix);
    expect(await outcome('after')).toBe('kept');
    const rows = await database.selectFrom('word').selectAll().execute();
    expect(rows).toEqual([{ text: 'before' }, { text: 'after' }]);
  },
);

it('keeps nothing in a file that another has taken the place of', async () => {
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  renameSync(copy, file);
  expect(await outcome('nowhere')).toBe('unavailable');
});

it('lets the program go on while another process has locked the file, and writes when it is free', async () => {
  const other = new LibsqlDatabase(file);
  other.exec('begin immediate');
  const writing = outcome('late');
  // With the whole process waiting, this would come after the file was given up.
  await new Promise((resolve) => setTimeout(resolve, 30));
  other.exec('rollback');
  other.close();
  expect(await writing).toBe('kept');
});

it.each(['EIO', 'ENOSPC', 'EROFS'])(
  'puts what a disk may have lost into the file itself before it keeps more, after %s',
  async (code) => {
    const handle = await files.open(file);
    const prototype = Object.getPrototypeOf(handle) as files.FileHandle;
    await handle.close();
    const failure = Object.assign(new Error(`${code}: the disk failed`), { code });
    const datasync = jest.spyOn(prototype, 'datasync').mockRejectedValueOnce(failure);
    expect(await outcome('doubtful')).toBe('unavailable');
    datasync.mockRestore();
    expect(await outcome('after')).toBe('kept');
    // Without its log, the copy has what is in the file itself.
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    const alone = new LibsqlDatabase(copy);
    const rows = alone.prepare('select text from word').all([]);
    alone.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    expect(rows).toEqual([{ text: 'before' }, { text: 'doubtful' }]);
  },
);

it('keeps nothing while it can’t put what a disk may have lost into the file, as when somebody reads it', async () => {
  const handle = await files.open(file);
  const datasync = jest.spyOn(Object.getPrototypeOf(handle) as files.FileHandle, 'datasync');
  await handle.close();
  datasync.mockRejectedValueOnce(Object.assign(new Error('EIO: the disk failed'), { code: 'EIO' }));
  const reader = new LibsqlDatabase(file);
  reader.exec('begin');
  reader.prepare('select text from word').all([]);
  expect(await outcome('doubtful')).toBe('unavailable');
  expect(await outcome('not yet')).toBe('unavailable');
  reader.exec('rollback');
  reader.close();
  expect(await outcome('after')).toBe('kept');
  const rows = await database.selectFrom('word').selectAll().execute();
  expect(rows.map(({ text }) => text)).toEqual(['before', 'doubtful', 'after']);
  datasync.mockRestore();
});
