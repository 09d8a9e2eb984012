import type { Kysely } from 'kysely';

/** Questions that found no answer, and the changes by which supporters teach the bot. */
export async function createUnanswered(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('unanswered_question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('content_version', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_as', 'text')
    .execute();
  await database.schema
    .createTable('learning_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('utterances', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('trial', 'text')
    .addColumn('history', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  for (const [table, columns] of [
    ['unanswered_question', ['settled_at', 'language', 'at']],
    ['unanswered_question', ['person']],
    ['unanswered_question', ['at']],
    ['learning_change', ['state']],
    ['learning_change', ['created_at']],
  ] as const)
    await database.schema
      .createIndex(`${table}_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
}
