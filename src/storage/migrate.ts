import { sql, type Kysely } from 'kysely';
import { StorageError } from '../core/errors';
import { MIGRATIONS } from './migrations/migrations';
import type { Schema } from './schema';

/** Runs the migrations that the database has not seen, each in a transaction of its own. */
export async function migrate(database: Kysely<Schema>): Promise<void> {
  await database.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull().defaultTo(sql`CURRENT_TIMESTAMP`))
    .execute();
  const applied = await database.selectFrom('migration').select('name').orderBy('name').execute();
  const known = new Set(MIGRATIONS.map(([name]) => name));
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown !== undefined)
    throw new StorageError(
      `The database was written by a newer version (it has ${unknown.name}). Start that version, or point DATABASE_URL at another database.`,
    );
  const done = new Set(applied.map(({ name }) => name));
  for (const [name, up] of MIGRATIONS) {
    if (done.has(name)) continue;
    await database.transaction().execute(async (transaction) => {
      await up(transaction as unknown as Kysely<unknown>);
      await transaction.insertInto('migration').values({ name }).execute();
    });
  }
}
