import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './database';
import { isOnPostgres } from './is-on-postgres';

/** A tool that reads the file holds its log for as long: it is waited for so often, and so long each time. */
const MOST_TRIES = 100;
const PAUSE_MS = 100;

/**
 * Makes sure that what was deleted can't be read from the database's files any more. SQLite overwrites deleted rows at
 * once (`secure_delete`); its write-ahead log still holds them until it is written back and cut to nothing, as here.
 * PostgreSQL frees their place to be written over; its own log and backups keep them for as long as its operator says.
 */
export async function scrub(database: Database): Promise<void> {
  if (isOnPostgres(database)) {
    // A table that somebody else has locked is being vacuumed already, or will be the next time.
    await sql`vacuum (skip_locked)`.execute(database);
    return;
  }
  for (let tries = 1; !(await cutLog(database)) && tries < MOST_TRIES; tries += 1)
    await wait(PAUSE_MS);
}

/** False while somebody reads what is in the log. */
async function cutLog(database: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  return rows[0]?.busy === 0;
}
