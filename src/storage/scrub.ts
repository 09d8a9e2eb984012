import { sql } from 'kysely';
import type { Database } from './database';

/**
 * Makes sure that what was deleted can't be read from the database's files any more. Deleted rows are overwritten at
 * once (`secure_delete`); the write-ahead log still holds them until it is written back and cut to nothing, as here.
 */
export async function scrub(database: Database): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
}
