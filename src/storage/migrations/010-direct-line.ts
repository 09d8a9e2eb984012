import type { Kysely } from 'kysely';

/** The embedded Direct Line: conversations, their activities, its keys, and the visitor tokens already used. */
export async function createDirectLine(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('direct_line_conversation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('visitor', 'text')
    .addColumn('locale', 'text')
    .addColumn('last_sequence', 'integer', (column) => column.notNull())
    .addColumn('active_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await database.schema
    .createTable('direct_line_activity')
    .addColumn('conversation_id', 'text', (column) =>
      column.notNull().references('direct_line_conversation.id').onDelete('cascade'),
    )
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('client_id', 'text')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('turn', 'text')
    .addPrimaryKeyConstraint('direct_line_activity_key', ['conversation_id', 'sequence'])
    .addUniqueConstraint('direct_line_activity_client', ['conversation_id', 'client_id'])
    .execute();
  await database.schema
    .createTable('direct_line_key')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('used_visitor_token')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ['direct_line_conversation', 'active_at'],
    ['direct_line_activity', 'turn'],
  ] as const)
    await database.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
