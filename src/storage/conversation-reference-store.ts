import type { Clock } from '../core/clock';
import type { ConversationReferences } from '../core/conversation-references';
import type { Database } from './database';

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
    const row = { person, reference, updated_at: this.now().toISOString() };
    await this.database
      .insertInto('conversation_reference')
      .values(row)
      .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
      .execute();
  }

  async forget(person: string): Promise<void> {
    await this.database.deleteFrom('conversation_reference').where('person', '=', person).execute();
  }
}
