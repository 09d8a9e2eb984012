import type { Kysely } from 'kysely';

/** Where people can be written to outside a turn. */
export async function createConversationReferences(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('conversation_reference')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
}
