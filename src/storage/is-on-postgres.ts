import { PostgresAdapter, type Kysely } from 'kysely';
import type { Schema } from './schema';

/** Whether a database is PostgreSQL, for the little that it does in another way than SQLite. */
export function isOnPostgres(database: Kysely<Schema>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}
