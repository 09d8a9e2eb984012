import { sql } from 'kysely';
import LibsqlDatabase from 'libsql';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../../src/storage/database';
import { scrub } from '../../src/storage/scrub';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';

it('waits for a tool that reads the file before it cuts the log to nothing', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'scrub-')), 'bot.db');
  const database = await openDatabase(`file:${file}`);
  const reader = new LibsqlDatabase(file);
  reader.exec('begin');
  reader.prepare('select * from state').all([]);
  await database.insertInto('direct_line_key').values({ name: 'a', value: 'secret' }).execute();
  const scrubbing = scrub(database);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
  reader.exec('rollback');
  await scrubbing;
  expect(statSync(`${file}-wal`).size).toBe(0);
  reader.close();
  await database.destroy();
});

(isPostgresInstalled ? describe : describe.skip)('on PostgreSQL', () => {
  it('frees the place of what was deleted', async () => {
    const database = await openDatabase(await newPostgresUrl());
    // What the server says of a table that nobody has vacuumed.
    const find = sql<{ rows: number }>`
      select reltuples as rows from pg_class where relname = 'direct_line_key'`;
    expect((await find.execute(database)).rows).toEqual([{ rows: -1 }]);
    await scrub(database);
    expect((await find.execute(database)).rows).toEqual([{ rows: 0 }]);
    await database.destroy();
  });

  it('waits for nobody who is at the same', async () => {
    const url = await newPostgresUrl();
    const database = await openDatabase(`${url}&lock_timeout=50`);
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('begin');
    await other.query('lock table state in share update exclusive mode');
    await expect(scrub(database)).resolves.toBeUndefined();
    await other.end();
    await database.destroy();
  });
});
