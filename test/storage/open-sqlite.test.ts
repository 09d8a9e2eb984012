import { Kysely, sql } from 'kysely';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/storage/open-sqlite';

it.each([
  ['journal_mode', 'wal'],
  // 1 is NORMAL: SQLite leaves it to the driver to wait for the disk at each commit.
  ['synchronous', 1],
  ['foreign_keys', 1],
])('a SQLite file has %s %s', async (pragma, value) => {
  const file = join(mkdtempSync(join(tmpdir(), 'sqlite-')), 'new', 'bot.db');
  const database = new Kysely({ dialect: openSqlite(`file:${file}`) });
  const { rows } = await sql`select * from ${sql.raw(`pragma_${pragma}`)}`.execute(database);
  expect(rows).toEqual([{ [pragma]: value }]);
  await database.destroy();
});
