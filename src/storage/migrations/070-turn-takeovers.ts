import type { Kysely } from 'kysely';

/** How often an open turn was taken over, which says more than that it was resumed once. */
export async function countTakeovers(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('direct_line_activity')
    .addColumn('takeovers', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
