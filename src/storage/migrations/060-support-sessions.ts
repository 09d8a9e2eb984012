import type { Kysely } from 'kysely';

/** Who is signed in to the support page. */
export async function createSupportSessions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('support_session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('supporter', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}
