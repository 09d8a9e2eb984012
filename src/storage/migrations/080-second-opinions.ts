import type { Kysely } from 'kysely';

/** What is found out about unanswered questions in the background, and how often that was tried. */
export async function addSecondOpinions(database: Kysely<unknown>): Promise<void> {
  const table = 'unanswered_question';
  await database.schema.alterTable(table).addColumn('second_opinion', 'text').execute();
  await database.schema
    .alterTable(table)
    .addColumn('looks', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await database.schema.alterTable(table).addColumn('looked_at', 'text').execute();
}
