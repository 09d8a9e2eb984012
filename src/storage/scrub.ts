import { sql } from 'kysely';
import type { Database } from './database';
import { isOnPostgres } from './is-on-postgres';

/** Each waits for as long as a statement waits for another process that reads the file. */
const MOST_ATTEMPTS = 5;

/**
 * Makes sure that what was deleted can't be read from the database's files any more. SQLite overwrites deleted rows at
 * once (`secure_delete`); its write-ahead log still holds them until it is written back and cut to nothing, as here.
 * PostgreSQL frees their place to be written over; its own log and backups keep them for as long as its operator says.
 */
export async function scrub(database: Database): Promise<void> {
  if (isOnPostgres(database)) {
    await sql`vacuum`.execute(database);
    return;
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const checkpoint = sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`;
    const { rows } = await checkpoint.execute(database);
    if (rows[0]?.busy !== 1) return;
  }
}
