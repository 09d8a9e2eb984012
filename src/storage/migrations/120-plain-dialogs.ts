import type { Kysely } from 'kysely';
import { z } from 'zod';

interface Tables {
  readonly state: { readonly key: string; readonly document: string };
}

const wrapped = z.looseObject({
  dialogs: z.object({
    dialogStack: z.tuple([
      z.object({ id: z.literal('main'), state: z.object({ dialogs: z.looseObject({}) }) }),
    ]),
  }),
});

/** The dialog that is open in a conversation no longer lies within another one. */
export async function unwrapDialogs(database: Kysely<unknown>): Promise<void> {
  const tables = database as Kysely<Tables>;
  const rows = await tables
    .selectFrom('state')
    .select(['key', 'document'])
    .where('document', 'like', '%"main"%')
    .execute();
  for (const { key, document } of rows) {
    const { data } = wrapped.safeParse(JSON.parse(document));
    if (data === undefined) continue;
    const { dialogs } = data.dialogs.dialogStack[0].state;
    const plain = JSON.stringify({ ...data, dialogs });
    await tables.updateTable('state').set({ document: plain }).where('key', '=', key).execute();
  }
}
