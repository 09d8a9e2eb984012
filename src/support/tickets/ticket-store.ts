import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import { StorageError } from '../../core/errors';
import { REDACTED_BY } from '../../core/redacted-by';
import {
  ESCALATION_REASONS,
  NOBODY,
  statusOnceAdded,
  TICKET_STATUSES,
  ticketName,
  type Ticket,
  type TicketAddition,
  type TicketDraft,
  type TicketPacket,
  type TicketStatus,
} from '../../core/ticket';
import { holdAlone } from '../../storage/hold-alone';
import type { Schema, TicketTable } from '../../storage/schema';
import type { OutboxJob } from './outbox-store';
import type { TicketChange } from './person-notifier';

const FIRST_NUMBER = 1001;

const packetSchema: z.ZodType<TicketPacket> = z.object({
  reason: z.enum(ESCALATION_REASONS),
  transcript: z.array(
    z.object({ from: z.enum(['person', 'bot']), text: z.string(), at: z.string() }),
  ),
  candidates: z.array(z.object({ intent: z.string(), score: z.number() })),
  account: z
    .object({ company: z.string(), lines: z.array(z.string()), asOf: z.string() })
    .optional(),
  contentVersion: z.string(),
  redactedBy: z.enum(REDACTED_BY).default('local'),
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
    const at = this.now().toISOString();
    return this.database.transaction().execute(async (transaction) => {
      await holdAlone(transaction, 'ticket numbers');
      const saved = transaction.selectFrom('ticket').selectAll().where('key', '=', draft.key);
      const earlier = await saved.executeTakeFirst();
      if (earlier !== undefined) return toTicket(earlier);
      await insert(transaction, draft, at);
      return toTicket(await saved.executeTakeFirstOrThrow());
    });
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

  /** A person's tickets, the latest first. */
  async listOf(person: string, limit: number): Promise<readonly Ticket[]> {
    const own = this.#select().where('person', '=', person).orderBy('number', 'desc').limit(limit);
    return (await own.execute()).map(toTicket);
  }

  /** Latest first. */
  async list({ from, to, limit }: TicketFilter): Promise<readonly Ticket[]> {
    let query = this.#select().orderBy('number', 'desc').limit(limit);
    if (from !== undefined) query = query.where('created_at', '>=', from);
    if (to !== undefined) query = query.where('created_at', '<', to);
    return (await query.execute()).map(toTicket);
  }

  /**
   * Notes a change, and that the person must hear of it; undefined when there is no such ticket, or somebody else has
   * changed it since it was as `seen`.
   */
  async change(
    number: number,
    change: TicketChange,
    seen?: Pick<Ticket, 'status' | 'updatedAt'>,
  ): Promise<Ticket | undefined> {
    const at = this.now().toISOString();
    return this.database.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('ticket')
        .set({ status: change.status, updated_at: at })
        .where('number', '=', number)
        .$if(seen !== undefined, (update) =>
          update
            .where('status', '=', seen?.status ?? '')
            .where('updated_at', '=', seen?.updatedAt ?? ''),
        )
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.person === NOBODY) return toTicket(row);
      const { count } = await transaction
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('count'))
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

  /**
   * Keeps what a person adds to their own ticket, and that the desk must get it, once for a key. Undefined when it isn't
   * theirs. Somebody who waited for them waits no more: see {@link statusOnceAdded}.
   */
  async add(
    person: string,
    number: number,
    { key, text }: Pick<TicketAddition, 'key' | 'text'>,
  ): Promise<{ readonly ticket: Ticket; readonly before: TicketStatus } | undefined> {
    const at = this.now().toISOString();
    return this.database.transaction().execute(async (transaction) => {
      await holdAlone(transaction, `ticket ${number}`);
      const find = transaction
        .selectFrom('ticket')
        .selectAll()
        .where('number', '=', number)
        .where('person', '=', person);
      const row = await find.executeTakeFirst();
      if (row === undefined) return undefined;
      const before = toTicket(row).status;
      const after = statusOnceAdded(before);
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('outbox')
        .values(job({ id: key, ticket: number, kind: 'addition', document: { text }, at }))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 0n)
        await transaction
          .updateTable('ticket')
          .set({ updated_at: at, ...(after !== before && { status: after }) })
          .where('number', '=', number)
          .execute();
      return { ticket: toTicket(await find.executeTakeFirstOrThrow()), before };
    });
  }

  #select() {
    return this.database.selectFrom('ticket').selectAll();
  }
}

async function insert(transaction: Transaction<Schema>, draft: TicketDraft, at: string) {
  const { key, packet, email = null, ...columns } = draft;
  const { last } = await transaction
    .selectFrom('ticket')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow();
  const number = last === null ? FIRST_NUMBER : last + 1;
  await transaction
    .insertInto('ticket')
    .values({
      ...{ ...columns, number, key, email, status: 'open', reason: packet.reason },
      ...{ packet: JSON.stringify(packet), created_at: at, updated_at: at },
    })
    .execute();
  await transaction
    .insertInto('outbox')
    .values(job({ id: key, ticket: number, kind: 'ticket', document: {}, at }))
    .execute();
}

function job(values: {
  readonly id: string;
  readonly ticket: number;
  readonly kind: OutboxJob['kind'];
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
  const { number, key, person, channel, language, subject, details, reference } = row;
  const { status, packet, email, created_at: createdAt, updated_at: updatedAt } = row;
  const parsed = packetSchema.safeParse(JSON.parse(packet));
  if (!parsed.success) throw new StorageError(`The packet of ${ticketName(row)} can't be read.`);
  return {
    ...{ number, key, person, channel, language, subject, details, reference },
    ...{ email: email ?? undefined, packet: parsed.data, createdAt, updatedAt },
    status: z.enum(TICKET_STATUSES).parse(status),
  };
}
