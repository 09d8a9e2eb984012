import type { Kysely } from 'kysely';
import type { Schema } from '../../storage/schema';
import { parseStoredActivity } from './activity';
import type { LoggedActivity } from './direct-line-store';

/** Conversations looked at at once; the rest follows soon. */
const BATCH = 100;
/** Clocks of instances differ by less: what is further ahead is from before a clock was set back. */
const AHEAD_MS = 60_000;

/** Finds the messages whose turn has not been completed. The log of a conversation is also the queue of its turns. */
export class OpenTurnStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /** Open turns of a conversation up to a sequence number, in their order. */
  async list(conversationId: string, upTo: number): Promise<readonly LoggedActivity[]> {
    const rows = await this.database
      .selectFrom('direct_line_activity')
      .select(['sequence', 'document'])
      .where('conversation_id', '=', conversationId)
      .where('sequence', '<=', upTo)
      .where('turn', 'is not', null)
      .orderBy('sequence')
      .execute();
    return rows.map(({ sequence, document }) => ({
      sequence,
      activity: parseStoredActivity(document),
    }));
  }

  /** Notes that someone takes over a turn that another left open; gives how often that has happened; undefined if it is closed. */
  async takeOver(conversationId: string, sequence: number): Promise<number | undefined> {
    const row = await this.database
      .updateTable('direct_line_activity')
      .set((values) => ({ takeovers: values('takeovers', '+', 1) }))
      .where('conversation_id', '=', conversationId)
      .where('sequence', '=', sequence)
      .where('turn', 'is not', null)
      .returning('takeovers')
      .executeTakeFirst();
    return row?.takeovers;
  }

  /** Conversations with an open turn in which nothing has happened since an instant, or last when the clock was ahead. */
  async findIdle(since: Date): Promise<readonly string[]> {
    const future = new Date(since.getTime() + AHEAD_MS);
    const rows = await this.database
      .selectFrom('direct_line_activity')
      .innerJoin('direct_line_conversation', 'id', 'conversation_id')
      .select('conversation_id')
      .distinct()
      .where('turn', 'is not', null)
      .where((is) =>
        is.or([
          is('active_at', '<=', since.toISOString()),
          is('active_at', '>', future.toISOString()),
        ]),
      )
      .limit(BATCH)
      .execute();
    return rows.map((row) => row.conversation_id);
  }
}
