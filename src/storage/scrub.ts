import { sql } from 'kysely';
import type { Database } from './database';
import { isOnPostgres } from './is-on-postgres';

/**
 * Makes sure that what was deleted can't be read from the database's files any more. SQLite overwrites deleted rows at
 * once (`secure_delete`); its write-ahead log still holds them until it is written back and cut to nothing, as here.
 * PostgreSQL frees their place to be written over; its own log and backups keep them for as long as its operator says.
 */
export async function scrub(database: Database): Promise<void> {
  await (isOnPostgres(database) ? sql`vacuum` : sql`PRAGMA wal_checkpoint(TRUNCATE)`).execute(
    database,
  );
}
