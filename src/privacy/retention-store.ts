import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { NOBODY } from '../core/ticket';
import type { Schema } from '../storage/schema';
import { TABLE_RULES } from './table-rules';

const DAY_MS = 86_400_000;
/** Rows that are gone through in one statement, so that nobody waits for long. */
const AT_ONCE = 500;
const packetSchema = z.looseObject({ transcript: z.array(z.unknown()) });

/** Finds and deletes what has been kept for long enough. All instants are ISO 8601. */
export class RetentionStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /** Deletes the rows of a table that are older than an instant; gives how many. */
  async deleteBefore(table: keyof Schema, instant: string): Promise<number> {
    const { ages } = TABLE_RULES[table];
    if (ages === undefined) return 0;
    const [rows, age] = [sql.table(table), sql.ref(ages[0])];
    const aged = sql`from ${rows} where ${age} < ${instant}`;
    for (let count = 0; ;) {
      const some = sql<{ until: string }>`
        select ${age} as until ${aged} order by ${age} limit 1 offset ${AT_ONCE - 1}`;
      const until = (await some.execute(this.database)).rows[0]?.until;
      // Those of one instant go together.
      const upTo = until === undefined ? sql`` : sql`and ${age} <= ${until}`;
      const { numAffectedRows = 0n } = await sql`delete ${aged} ${upTo}`.execute(this.database);
      count += Number(numAffectedRows);
      if (until === undefined) return count;
    }
  }

  /** Tickets last changed before an instant that still say whose they are. */
  async agedTickets(instant: string): Promise<readonly number[]> {
    const rows = await this.database
      .selectFrom('ticket')
      .select('number')
      .where('updated_at', '<', instant)
      .where('person', '!=', NOBODY)
      .execute();
    return rows.map(({ number }) => number);
  }

  /** Takes transcript and account out of the delivered tickets that were sent before an instant; gives how many. */
  async emptyPackets(instant: string): Promise<number> {
    let count = 0;
    for (let rows = await this.#fullPackets(instant, 0); rows.length > 0;) {
      for (const { number, packet } of rows) {
        const { account, ...rest } = packetSchema.parse(JSON.parse(packet));
        await this.database
          .updateTable('ticket')
          .set({ packet: JSON.stringify({ ...rest, transcript: [] }) })
          .where('number', '=', number)
          .execute();
      }
      count += rows.length;
      rows = await this.#fullPackets(instant, rows.at(-1)?.number ?? 0);
    }
    return count;
  }

  /** The next of those tickets after a number. */
  #fullPackets(instant: string, after: number) {
    return this.database
      .selectFrom('ticket')
      .select(['number', 'packet'])
      .where('number', '>', after)
      .where('created_at', '<', instant)
      .where('packet', 'like', '%"from":%')
      .where('number', 'not in', (query) =>
        query
          .selectFrom('outbox')
          .select('ticket')
          .where('kind', '=', 'ticket')
          .where('due_at', 'is not', null),
      )
      .orderBy('number')
      .limit(AT_ONCE)
      .execute();
  }

  /** Takes the words out of what the outbox had done before an instant. */
  async emptyJobs(instant: string): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set({ document: '{}', last_error: null })
      .where('done_at', '<', instant)
      .where('document', '!=', '{}')
      .execute();
  }

  /** Conversations with events before an instant. */
  async conversationsBefore(instant: string): Promise<readonly string[]> {
    const rows = await this.database
      .selectFrom('event')
      .select('conversation')
      .distinct()
      .where('at', '<', instant)
      .execute();
    return rows.map(({ conversation }) => conversation);
  }

  /** Conversations with words of people before an instant, read a day at a time so that nobody waits for it. */
  async *conversationsWithWordsBefore(instant: string): AsyncGenerator<string> {
    const { first } = await this.database
      .selectFrom('event')
      .select(({ fn }) => fn.min<string | null>('at').as('first'))
      .executeTakeFirstOrThrow();
    if (first === null) return;
    for (let from = first; from < instant; from = dayAfter(from)) {
      const rows = await this.database
        .selectFrom('event')
        .select('conversation')
        .distinct()
        .where('at', '>=', from)
        .where('at', '<', dayAfter(from) < instant ? dayAfter(from) : instant)
        .where((event) =>
          event.or([
            event('document', 'like', '%"question":"_%'),
            event('document', 'like', '%"comment":"_%'),
          ]),
        )
        .where('document', 'not like', '%"question":""%')
        .where('document', 'not like', '%"comment":""%')
        .execute();
      for (const { conversation } of rows) yield conversation;
    }
  }
}

function dayAfter(instant: string): string {
  return new Date(Date.parse(instant) + DAY_MS).toISOString();
}
