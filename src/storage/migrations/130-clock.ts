import type { Kysely } from 'kysely';

/** How late it was by the clock that things are deleted by. */
export async function createClock(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('clock')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
