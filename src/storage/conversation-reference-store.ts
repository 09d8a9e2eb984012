import type { Clock } from '../core/clock';
import type { ConversationReferences } from '../core/conversation-references';
import type { Database } from './database';
import { prepare } from './prepare';
import type { ConversationReferenceTable } from './schema';

const keep = prepare<ConversationReferenceTable>((database, { person, reference, updated_at }) =>
  database
    .insertInto('conversation_reference')
    .values({ person, reference, updated_at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ reference, updated_at })),
);

/** Conversation references in the database: they outlive the process. */
export class ConversationReferenceStore implements ConversationReferences {
  constructor(
    private readonly database: Database,
    private readonly now: Clock,
  ) {}

  async find(person: string): Promise<string | undefined> {
    const row = await this.database
      .selectFrom('conversation_reference')
      .select('reference')
      .where('person', '=', person)
      .executeTakeFirst();
    return row?.reference;
  }

  async keep(person: string, reference: string): Promise<void> {
    await keep(this.database, { person, reference, updated_at: this.now().toISOString() });
  }

  async forget(person: string): Promise<void> {
    await this.database.deleteFrom('conversation_reference').where('person', '=', person).execute();
  }
}
