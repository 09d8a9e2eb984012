import { sql, type Kysely } from 'kysely';

/** No conversation is settled before it is told so. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** How conversations end once time can't change it any more, so that reports over many of them only count. */
export async function addSettledOutcomes(database: Kysely<unknown>): Promise<void> {
  for (const table of ['visit', 'shown_answer']) {
    await database.schema
      .alterTable(table)
      .addColumn('outcome', 'text', (column) => column.notNull().defaultTo('open'))
      .execute();
    await database.schema
      .alterTable(table)
      .addColumn('settled_at', 'text', (column) => column.notNull().defaultTo(NEVER))
      .execute();
    await database.schema
      .createIndex(`${table}_settled_at`)
      .on(table)
      .column('settled_at')
      .execute();
  }
  await database.schema
    .alterTable('shown_answer')
    .addColumn('is_first', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await database.schema
    .createIndex('shown_answer_commented')
    .on('shown_answer')
    .column('at')
    .where(sql.ref('comment'), 'is not', null)
    .execute();
  await database.schema
    .createIndex('visit_counted')
    .on('visit')
    .columns(['day', 'language', 'channel', 'outcome', 'settled_at'])
    .execute();
  await database.schema
    .createIndex('shown_answer_counted')
    .on('shown_answer')
    .columns(['entry', 'outcome', 'settled_at', 'day', 'helped', 'is_first'])
    .execute();
}
