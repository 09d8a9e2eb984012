import { sql, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import { StorageError } from '../../core/errors';
import {
  NOBODY,
  TICKET_STATUSES,
  ticketName,
  type Ticket,
  type TicketDraft,
  type TicketPacket,
} from '../../core/ticket';
import type { Schema, TicketTable } from '../../storage/schema';
import type { TicketChange } from './person-notifier';

const FIRST_NUMBER = 1001;
/** Instances may count up at the same time; each loses to one other at most. */
const NUMBERING_ATTEMPTS = 5;

const packetSchema: z.ZodType<TicketPacket> = z.object({
  reason: z.enum(['missed', 'unhelpful', 'asked']),
  transcript: z.array(
    z.object({ from: z.enum(['person', 'bot']), text: z.string(), at: z.string() }),
  ),
  candidates: z.array(z.object({ intent: z.string(), score: z.number() })),
  account: z
    .object({ company: z.string(), lines: z.array(z.string()), asOf: z.string() })
    .optional(),
  contentVersion: z.string(),
});

/** Which tickets to list. */
export interface TicketFilter {
  /** ISO 8601 instants: from the first, up to but without the second. */
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

/** Keeps tickets; each is saved together with what the outbox has to do for it, or not at all. */
export class TicketStore {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {}

  /** Saves a draft under the next number, or gives the ticket that has its key already. */
  async save(draft: TicketDraft): Promise<Ticket> {
    for (let attempt = 0; attempt < NUMBERING_ATTEMPTS; attempt++) {
      await this.#insert(draft);
      const row = await this.#select().where('key', '=', draft.key).executeTakeFirst();
      if (row !== undefined) return toTicket(row);
    }
    throw new StorageError('No number was free for the ticket. Try again.');
  }

  async find(number: number): Promise<Ticket | undefined> {
    const row = await this.#select().where('number', '=', number).executeTakeFirst();
    return row && toTicket(row);
  }

  /** A person's ticket with a number, or the latest. */
  async findOf(person: string, number?: number): Promise<Ticket | undefined> {
    const own = this.#select().where('person', '=', person).orderBy('number', 'desc');
    const row = await (
      number === undefined ? own : own.where('number', '=', number)
    ).executeTakeFirst();
    return row && toTicket(row);
  }

  /** Latest first. */
  async list({ from, to, limit }: TicketFilter): Promise<readonly Ticket[]> {
    let query = this.#select().orderBy('number', 'desc').limit(limit);
    if (from !== undefined) query = query.where('created_at', '>=', from);
    if (to !== undefined) query = query.where('created_at', '<', to);
    return (await query.execute()).map(toTicket);
  }

  /** Notes a change, and that the person must hear of it; undefined when there is no such ticket. */
  async change(number: number, change: TicketChange): Promise<Ticket | undefined> {
    const at = this.now().toISOString();
    return this.database.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('ticket')
        .set({ status: change.status, updated_at: at })
        .where('number', '=', number)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.person === NOBODY) return toTicket(row);
      const { count } = await transaction
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('ticket', '=', number)
        .executeTakeFirstOrThrow();
      const id = `${row.key}/${count}`;
      await transaction
        .insertInto('outbox')
        .values(job({ id, ticket: number, kind: 'change', document: change, at }))
        .execute();
      return toTicket(row);
    });
  }

  async #insert(draft: TicketDraft): Promise<void> {
    const { key, packet, email = null, ...columns } = draft;
    const at = this.now().toISOString();
    await this.database.transaction().execute(async (transaction) => {
      const number = sql<number>`(select coalesce(max(number) + 1, ${FIRST_NUMBER}) from ticket)`;
      const saved = await transaction
        .insertInto('ticket')
        .values({
          ...{ ...columns, number, key, email, status: 'open' },
          ...{ packet: JSON.stringify(packet), created_at: at, updated_at: at },
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('number')
        .executeTakeFirst();
      if (saved === undefined) return;
      await transaction
        .insertInto('outbox')
        .values(job({ id: key, ticket: saved.number, kind: 'ticket', document: {}, at }))
        .execute();
    });
  }

  #select() {
    return this.database.selectFrom('ticket').selectAll();
  }
}

function job(values: {
  readonly id: string;
  readonly ticket: number;
  readonly kind: 'ticket' | 'change';
  readonly document: object;
  readonly at: string;
}) {
  const { document, at, ...columns } = values;
  return {
    ...columns,
    document: JSON.stringify(document),
    attempts: 0,
    created_at: at,
    due_at: at,
    done_at: null,
    backend_reference: null,
    last_error: null,
  };
}

function toTicket(row: Selectable<TicketTable>): Ticket {
  const { status, packet, email, created_at: createdAt, updated_at: updatedAt, ...rest } = row;
  const parsed = packetSchema.safeParse(JSON.parse(packet));
  if (!parsed.success) throw new StorageError(`The packet of ${ticketName(row)} can't be read.`);
  return {
    ...rest,
    ...{ email: email ?? undefined, packet: parsed.data, createdAt, updatedAt },
    status: z.enum(TICKET_STATUSES).parse(status),
  };
}
