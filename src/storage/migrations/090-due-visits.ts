import type { Kysely } from 'kysely';

/** Conversations whose visits are not yet computed from all their events. */
export async function addDueVisits(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('due_visit')
    .addColumn('conversation', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
}
