import { sql, type Kysely, type Transaction } from 'kysely';
import { StorageError } from '../core/errors';
import { holdAlone } from './hold-alone';
import { isOnPostgres } from './is-on-postgres';
import { MIGRATIONS, type Migration } from './migrations/migrations';
import type { Schema } from './schema';

/**
 * Runs the migrations that the database has not seen, all or none of them; instances that start together wait for the first.
 * Throws {@link StorageError} when a newer version has written the database.
 */
export async function migrate(
  database: Kysely<Schema>,
  migrations: readonly (readonly [name: string, up: Migration])[] = MIGRATIONS,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // The first of several instances may need long.
    if (isOnPostgres(transaction)) await sql`set local lock_timeout = 0`.execute(transaction);
    await holdAlone(transaction, 'migrations');
    const done = await findApplied(transaction);
    const newer = [...done].find((name) => !migrations.some(([known]) => known === name));
    if (newer !== undefined)
      throw new StorageError(
        `The database was written by a newer version (it has ${newer}). Start that version, or point DATABASE_URL at another database.`,
      );
    for (const [name, up] of migrations) {
      if (done.has(name)) continue;
      await up(transaction as unknown as Kysely<unknown>);
      const applied_at = sql<string>`cast(current_timestamp as text)`;
      await transaction.insertInto('migration').values({ name, applied_at }).execute();
    }
  });
}

async function findApplied(transaction: Transaction<Schema>): Promise<ReadonlySet<string>> {
  await transaction.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  const rows = await transaction.selectFrom('migration').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}
