import LibsqlDatabase from 'libsql';
import { Kysely, sql } from 'kysely';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageError } from '../../src/core/errors';
import { openDatabase, openExistingDatabase } from '../../src/storage/database';
import { openSqlite } from '../../src/storage/open-sqlite';

it.each([
  ['journal_mode', 'wal'],
  // 1 is NORMAL: SQLite leaves it to the driver to wait for the disk at each commit.
  ['synchronous', 1],
  ['foreign_keys', 1],
])('a SQLite file has %s %s', async (pragma, value) => {
  const file = join(mkdtempSync(join(tmpdir(), 'sqlite-')), 'new', 'data', 'bot.db');
  const database = new Kysely({ dialect: openSqlite(`file:${file}`) });
  const { rows } = await sql`select * from ${sql.raw(`pragma_${pragma}`)}`.execute(database);
  expect(rows).toEqual([{ [pragma]: value }]);
  await database.destroy();
});

it('writes again as soon as another process has let go of the file, whatever met the lock', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sqlite-')), 'bot.db');
  const database = new Kysely<{ word: { text: string } }>({ dialect: openSqlite(`file:${file}`) });
  await sql`create table word (text text not null)`.execute(database);
  await sql`PRAGMA busy_timeout = 1`.execute(database);
  const other = new LibsqlDatabase(file);
  other.exec('begin immediate');
  await expect(sql`delete from word`.execute(database)).rejects.toThrow('locked');
  await expect(sql`create table other (text text)`.execute(database)).rejects.toThrow('locked');
  other.exec('rollback');
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('word').values({ text: 'kept' }).execute();
  });
  expect(await database.selectFrom('word').selectAll().execute()).toEqual([{ text: 'kept' }]);
  await database.destroy();
});

it.each([
  ['a folder', (folder: string) => folder],
  ['no database', (folder: string) => join(folder, 'notes.txt')],
  ['below a file', (folder: string) => join(folder, 'notes.txt', 'bot.db')],
  ['where no folder can be made', () => '/proc/new/data/bot.db'],
])('says what to mend where the path is %s', (_, pathIn) => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  writeFileSync(
    join(folder, 'notes.txt'),
    'Milk, bread and so on, until it is no header any more.'.repeat(9),
  );
  const open = () => openSqlite(`file:${pathIn(folder)}`);
  expect(open).toThrow(StorageError);
  expect(open).toThrow(/DATABASE_URL has to name a SQLite file/);
});

it('says what to mend where the database holds something else', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sqlite-')), 'bot.db');
  const other = new LibsqlDatabase(file);
  other.exec('create table state (mine integer)');
  other.close();
  const error = await openDatabase(`file:${file}`).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StorageError);
  expect(String(error)).toMatch(/DATABASE_URL can't be used .*table "state" already exists/);
});

it('makes no database for a tool that looks into one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sqlite-')), 'bot.db');
  await expect(openExistingDatabase(`file:${file}`)).rejects.toThrow(`no database at ${file}`);
  expect(existsSync(file)).toBe(false);
  await (await openDatabase(`file:${file}`)).destroy();
  await (await openExistingDatabase(`file:${file}`)).destroy();
});
