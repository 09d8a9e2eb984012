import type { ConversationReferences } from '../core/conversation-references';
import type { Kysely } from 'kysely';
import type { PersonReference } from '../core/turn-record';
import type { Database } from './database';
import { prepare } from './prepare';
import type { ConversationReferenceTable, Schema } from './schema';

const keep = prepare<ConversationReferenceTable>((database, { person, reference, updated_at }) =>
  database
    .insertInto('conversation_reference')
    .values({ person, reference, updated_at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ reference, updated_at })),
);

/** Notes where a person can be written to, instead of what was known before. */
export async function writeReference(
  database: Kysely<Schema>,
  known: PersonReference,
  now: Date,
): Promise<void> {
  await keep(database, { ...known, updated_at: now.toISOString() });
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
