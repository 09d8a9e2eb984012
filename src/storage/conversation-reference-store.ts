import type { ConversationReferences } from '../core/conversation-references';
import type { Kysely } from 'kysely';
import type { PersonReference } from '../core/turn-record';
import type { Database } from './database';
import { prepareRows } from './prepare';
import type { ConversationReferenceTable, Schema } from './schema';

const keep = prepareRows<ConversationReferenceTable>((database, rows) =>
  database
    .insertInto('conversation_reference')
    .values(rows.map(({ person, reference, updated_at }) => ({ person, reference, updated_at })))
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet((values) => ({
        reference: values.ref('excluded.reference'),
        updated_at: values.ref('excluded.updated_at'),
      })),
    ),
);

/** Notes where people can be written to, instead of what was known before. */
export async function writeReferences(
  database: Kysely<Schema>,
  known: readonly PersonReference[],
  now: Date,
): Promise<void> {
  const updated_at = now.toISOString();
  await keep(
    database,
    known.map((reference) => ({ ...reference, updated_at })),
  );
}

/** Conversation references in the database: they outlive the process. */
export class ConversationReferenceStore implements ConversationReferences {
  constructor(private readonly database: Database) {}

  async find(person: string): Promise<string | undefined> {
    const row = await this.database
      .selectFrom('conversation_reference')
      .select('reference')
      .where('person', '=', person)
      .executeTakeFirst();
    return row?.reference;
  }

  async forget(person: string): Promise<void> {
    await this.database.deleteFrom('conversation_reference').where('person', '=', person).execute();
  }
}
