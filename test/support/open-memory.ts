import { Kysely, sql } from 'kysely';
import { openDatabase, type Database } from '../../src/storage/database';
import { openSqlite } from '../../src/storage/open-sqlite';
import type { Schema } from '../../src/storage/schema';

const MEMORY = 'file::memory:';

let schema: Promise<readonly string[]> | undefined;

/** An empty database in memory with the schema that the migrations make; they run once in a test file, not in each test. */
export async function openMemory(): Promise<Database> {
  const statements = await (schema ??= readSchema());
  const database = new Kysely<Schema>({ dialect: openSqlite(MEMORY) });
  await database.transaction().execute(async (transaction) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
  return database;
}

async function readSchema(): Promise<readonly string[]> {
  const database = await openDatabase(MEMORY);
  const made = sql<{ readonly sql: string }>`
    select sql from sqlite_master where sql is not null order by rowid`;
  const { rows } = await made.execute(database);
  await database.destroy();
  return rows.map((row) => row.sql);
}
