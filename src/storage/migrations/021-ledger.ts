import type { Kysely } from 'kysely';

/** What happened in conversations, and what is computed from it for reports. */
export async function createLedger(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('visit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('taken_back_at', 'text')
    .addColumn('asked', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('shown_answer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('visit', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('helped', 'integer')
    .addColumn('comment', 'text')
    .execute();
  for (const [table, column] of [
    ['event', 'conversation'],
    ['event', 'person'],
    ['visit', 'conversation'],
    ['visit', 'person'],
    ['visit', 'day'],
    ['shown_answer', 'conversation'],
    ['shown_answer', 'day'],
  ] as const)
    await database.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
