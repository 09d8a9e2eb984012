import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../../core/clock';
import { StorageError } from '../../core/errors';
import type { TurnRecord } from '../../core/turn-record';
import type { Visitor } from '../../core/visitor';
import { holdAlone } from '../../storage/hold-alone';
import type { Schema } from '../../storage/schema';
import { parseStoredActivity, type StoredActivity } from './activity';
import { DirectLineError } from './direct-line-error';
import { visitorSchema } from './tokens';

/** One conversation of one user. */
export interface Conversation {
  readonly id: string;
  readonly user: string;
  readonly visitor?: Visitor;
  readonly locale?: string;
  /** Sequence number of the last activity; 0 before the first. */
  readonly last: number;
  readonly ended: boolean;
}

/** An activity with its place in the conversation: the watermark of whoever has read it. */
export interface LoggedActivity {
  readonly sequence: number;
  readonly activity: StoredActivity;
}

/** Keeps what a turn leaves behind, within the transaction that keeps what it said. */
export type KeepRecord = (transaction: Transaction<Schema>, record: TurnRecord) => Promise<void>;

/** What came of a turn. */
export interface TurnResult {
  readonly replies: readonly StoredActivity[];
  /** Sequence number of the activity that it answers; absent when the bot spoke first. */
  readonly answers?: number | undefined;
  readonly record?: TurnRecord | undefined;
}

/** Keeps conversations and their activities; what it has accepted survives a crash. */
export class DirectLineStore {
  readonly #database: Kysely<Schema>;
  readonly #now: Clock;
  readonly #keepRecord: KeepRecord;

  constructor(database: Kysely<Schema>, now: Clock, keepRecord: KeepRecord) {
    this.#database = database;
    this.#now = now;
    this.#keepRecord = keepRecord;
  }

  /** The key of that name, which the first caller makes. */
  async key(name: string, make: () => string): Promise<string> {
    await this.#database
      .insertInto('direct_line_key')
      .values({ name, value: make() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { value } = await this.#database
      .selectFrom('direct_line_key')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return value;
  }

  /** Starts a conversation with its first activity, which waits for its turn; false when it was there already. */
  async start(
    conversation: Pick<Conversation, 'id' | 'user' | 'visitor' | 'locale'>,
    first: StoredActivity,
  ): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('direct_line_conversation')
        .values({
          id: conversation.id,
          user_id: conversation.user,
          visitor: conversation.visitor === undefined ? null : JSON.stringify(conversation.visitor),
          locale: conversation.locale ?? null,
          last_sequence: 0,
          active_at: this.#now().toISOString(),
          ended_at: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      await this.#insert(transaction, conversation.id, { activity: first, turn: 'pending' });
      return true;
    });
  }

  async find(id: string): Promise<Conversation | undefined> {
    const row = await this.#database
      .selectFrom('direct_line_conversation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        user: row.user_id,
        last: row.last_sequence,
        ended: row.ended_at !== null,
        ...(row.visitor !== null && { visitor: visitorSchema.parse(JSON.parse(row.visitor)) }),
        ...(row.locale !== null && { locale: row.locale }),
      }
    );
  }

  /** Adds what a client sent, waiting for its turn. The same client id again gives the first one's id and is not new. */
  async receive(
    conversationId: string,
    activity: StoredActivity,
    clientId: string | undefined,
  ): Promise<{ readonly id: string; readonly isNew: boolean; readonly sequence: number }> {
    return this.#database.transaction().execute(async (transaction) => {
      await holdAlone(transaction, `log of ${conversationId}`);
      const earlier =
        clientId &&
        (await transaction
          .selectFrom('direct_line_activity')
          .select(['sequence', 'document'])
          .where('conversation_id', '=', conversationId)
          .where('client_id', '=', clientId)
          .executeTakeFirst());
      if (earlier)
        return {
          id: parseStoredActivity(earlier.document).id,
          isNew: false,
          sequence: earlier.sequence,
        };
      const sequence = await this.#insert(transaction, conversationId, {
        activity,
        turn: 'pending',
        clientId,
      });
      return { id: activity.id, isNew: true, sequence };
    });
  }

  /**
   * Adds what the bot said, keeps what its turn leaves behind, and closes it: all or nothing. Rejects when somebody else
   * has closed it: this instance was taken for dead, and another has answered.
   */
  async answer(conversationId: string, { replies, answers, record }: TurnResult): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      for (const activity of replies) await this.#insert(transaction, conversationId, { activity });
      if (answers !== undefined) await this.#close(transaction, conversationId, answers);
      if (record !== undefined) await this.#keepRecord(transaction, record);
    });
  }

  /** Activities after a sequence number, oldest first, at most `limit`. */
  async since(id: string, sequence: number, limit: number): Promise<readonly LoggedActivity[]> {
    const rows = await this.#database
      .selectFrom('direct_line_activity')
      .select(['sequence', 'document'])
      .where('conversation_id', '=', id)
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      sequence: row.sequence,
      activity: parseStoredActivity(row.document),
    }));
  }

  async end(id: string): Promise<void> {
    await this.#database
      .updateTable('direct_line_conversation')
      .set({ ended_at: this.#now().toISOString() })
      .where('id', '=', id)
      .execute();
  }

  /** Deletes the conversations that were last active before an instant; gives how many. */
  async expire(before: Date): Promise<number> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('direct_line_conversation')
      .where('active_at', '<', before.toISOString())
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  async #close(
    transaction: Transaction<Schema>,
    conversationId: string,
    sequence: number,
  ): Promise<void> {
    const { numUpdatedRows } = await transaction
      .updateTable('direct_line_activity')
      .set({ turn: null })
      .where('conversation_id', '=', conversationId)
      .where('sequence', '=', sequence)
      .where('turn', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new StorageError('Another instance has answered this turn.');
  }

  async #insert(
    transaction: Transaction<Schema>,
    conversationId: string,
    row: {
      readonly activity: StoredActivity;
      readonly turn?: 'pending';
      readonly clientId?: string | undefined;
    },
  ): Promise<number> {
    const updated = await transaction
      .updateTable('direct_line_conversation')
      .set((values) => ({
        last_sequence: values('last_sequence', '+', 1),
        active_at: this.#now().toISOString(),
      }))
      .where('id', '=', conversationId)
      .returning('last_sequence')
      .executeTakeFirst();
    if (updated === undefined)
      throw new DirectLineError('ConversationNotFound', 'There is no such conversation.');
    const { last_sequence: sequence } = updated;
    await transaction
      .insertInto('direct_line_activity')
      .values({
        conversation_id: conversationId,
        sequence,
        client_id: row.clientId ?? null,
        document: JSON.stringify(row.activity),
        at: this.#now().toISOString(),
        turn: row.turn ?? null,
      })
      .execute();
    return sequence;
  }
}
