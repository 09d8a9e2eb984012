import type { Kysely } from 'kysely';

/** Documents of the Bot Framework's `Storage` port. */
export async function createState(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('state')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('etag', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
}
