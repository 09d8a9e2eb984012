import { sql, type Transaction } from 'kysely';
import { isOnPostgres } from './is-on-postgres';
import type { Schema } from './schema';

/**
 * Makes a transaction wait until no other holds the same name, and holds it until its end. Take every name before the
 * first write, always in the same order. SQLite lets one transaction in at a time anyway.
 */
export async function holdAlone(transaction: Transaction<Schema>, name: string): Promise<void> {
  if (isOnPostgres(transaction))
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
}
