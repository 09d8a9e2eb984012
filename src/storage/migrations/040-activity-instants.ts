import { sql, type Kysely } from 'kysely';

/** When each activity and each event was kept, as retention asks for them; older activities count from the last of their conversation. */
export async function addActivityInstants(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('direct_line_activity')
    .addColumn('at', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await sql`update direct_line_activity set at = (
    select active_at from direct_line_conversation where id = conversation_id
  )`.execute(database);
  for (const [table, column] of [
    ['direct_line_activity', 'at'],
    ['event', 'at'],
    ['state', 'updated_at'],
  ] as const)
    await database.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
