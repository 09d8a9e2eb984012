import { Kysely } from 'kysely';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError, StorageError } from '../core/errors';
import { migrate } from './migrate';
import { openPostgres } from './open-postgres';
import { openSqlite, sqliteFile } from './open-sqlite';
import type { Schema } from './schema';

/** The one database of a process. */
export type Database = Kysely<Schema>;

/** Whether a URL is that of a PostgreSQL server, which several processes may share. */
export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/**
 * Opens the database at a URL and brings its schema up to date: `postgres://…`, `file:PATH` (made with its folder if missing)
 * or `file::memory:`. Rejects with a {@link StorageError} when it can't be reached or opened, or was written by a newer version.
 */
export async function openDatabase(url: string): Promise<Database> {
  const dialect = isPostgres(url) ? openPostgres(url) : openSqlite(url);
  const database = new Kysely<Schema>({ dialect });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    if (error instanceof CodedError) throw error;
    throw new StorageError(
      `The database of DATABASE_URL can't be used (${String(error)}). It has to be there, and its user has to be allowed to make tables. In user and password, what is no letter or digit is written with %, such as %2F for /.`,
      { cause: error },
    );
  }
  return database;
}

/**
 * The same for a tool that looks into what the bot keeps: a file that isn't there yet has nothing to tell, and is not made.
 * Rejects with a {@link StorageError} then, which names it.
 */
export async function openExistingDatabase(url: string): Promise<Database> {
  const file = isPostgres(url) ? undefined : resolve(sqliteFile(url));
  if (file !== undefined && !existsSync(file))
    throw new StorageError(
      `There is no database at ${file}. DATABASE_URL has to be the bot's own; a relative path counts from the folder in which the tool is started.`,
    );
  return openDatabase(url);
}
