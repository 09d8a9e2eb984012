import type { Kysely } from 'kysely';
import { z } from 'zod';

interface Tables {
  readonly state: { readonly key: string; readonly document: string };
  readonly turn_lines: Readonly<Record<'conversation' | 'at' | 'lines', string>> &
    Readonly<Record<'place' | 'turn', number>>;
}

const remembered = z.looseObject({
  conversation: z.looseObject({
    transcript: z.tuple([z.looseObject({ at: z.string() })], z.looseObject({ at: z.string() })),
  }),
});

/** What was said in each turn: a conversation's document need not be written anew with all of it. */
export async function createTurnLines(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('turn_lines')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('lines', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('turn_lines_place', ['conversation', 'place'])
    .execute();
  await database.schema.createIndex('turn_lines_at').on('turn_lines').column('at').execute();
  await moveLines(database);
}

/** Takes the lines out of the documents; together they are what a first turn has left. */
async function moveLines(database: Kysely<Tables>): Promise<void> {
  const rows = await database
    .selectFrom('state')
    .select(['key', 'document'])
    .where('document', 'like', '%"transcript"%')
    .execute();
  for (const { key, document } of rows) {
    const { data } = remembered.safeParse(JSON.parse(document));
    if (data === undefined) continue;
    const { transcript, ...conversation } = data.conversation;
    const at = transcript.at(-1)?.at ?? '';
    const lines = JSON.stringify(transcript);
    const row = { conversation: key, place: 0, turn: 0, at, lines };
    await database.insertInto('turn_lines').values(row).execute();
    const rest = JSON.stringify({ ...data, conversation: { ...conversation, turns: 1 } });
    await database.updateTable('state').set({ document: rest }).where('key', '=', key).execute();
  }
}
