import LibsqlDatabase from 'libsql';
import { Kysely, SqliteDialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { migrate } from './migrate';
import type { Schema } from './schema';

/** The one database of a process. */
export type Database = Kysely<Schema>;

/**
 * Opens the database at a URL, `file:PATH` (made with its folder if missing) or `file::memory:`, and brings its schema up to date.
 * Rejects when the file can't be opened or was written by a newer version.
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = url.replace(/^file:/, '');
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = new LibsqlDatabase(path);
  // Full sync: what was acknowledged survives a power cut, not only a crash.
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'busy_timeout = 5000',
    'foreign_keys = ON',
    // What is deleted is overwritten, not only marked as free.
    'secure_delete = ON',
  ])
    connection.exec(`PRAGMA ${pragma}`);
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) });
  await migrate(database);
  return database;
}
