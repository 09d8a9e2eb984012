import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { TICKET_STATUSES, type TicketAddition } from '../../core/ticket';
import type { OutboxTable, Schema } from '../../storage/schema';
import type { TicketChange } from './person-notifier';
import type { Accepted } from './ticket-backend';

/** One thing to do: deliver a ticket or what was added to it, or tell a person of a change. */
export type OutboxJob = {
  readonly id: string;
  readonly ticket: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
} & (
  | { readonly kind: 'ticket' }
  | { readonly kind: 'addition'; readonly addition: TicketAddition }
  | { readonly kind: 'change'; readonly change: TicketChange }
);

/** Where the delivery of a ticket stands. */
export interface DeliveryState {
  readonly isDelivered: boolean;
  readonly attempts: number;
  readonly reference?: string | undefined;
  readonly lastError?: string | undefined;
}

/** A change of a ticket, and whether the person has heard of it. */
export interface NotedChange {
  /** Undefined when it was erased with its person. */
  readonly change: TicketChange | undefined;
  /** ISO 8601 instants. */
  readonly at: string;
  readonly toldAt: string | undefined;
  readonly attempts: number;
}

/** What a person has added to a ticket, and whether it has reached those who work on it. */
export interface NotedAddition {
  /** Undefined when it was erased with its person. */
  readonly text: string | undefined;
  /** ISO 8601 instants. */
  readonly at: string;
  readonly deliveredAt: string | undefined;
  readonly attempts: number;
}

const additionSchema = z.object({ text: z.string() });

const changeSchema: z.ZodType<TicketChange> = z.object({
  status: z.enum(TICKET_STATUSES),
  note: z.string().optional(),
  by: z.string().optional(),
});

/** Keeps what the outbox has to do. A job is claimed for a while by whoever works on it, so that a crash frees it. */
export class OutboxStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /**
   * Claims the next due job up to an instant; undefined when there is none. What is due after `horizon` no pause explains:
   * the clock was set back, and the job is due. All instants are ISO 8601.
   */
  async claimDue(now: string, until: string, horizon: string): Promise<OutboxJob | undefined> {
    for (;;) {
      const due = await this.database
        .selectFrom('outbox')
        .selectAll()
        .where((is) => is.or([is('due_at', '<=', now), is('due_at', '>', horizon)]))
        .where(isNext)
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (due === undefined) return undefined;
      const job = await this.#claim(due, until);
      if (job !== undefined) return job;
    }
  }

  /** Claims one job if nobody works on it. */
  async claim(id: string, now: string, until: string): Promise<OutboxJob | undefined> {
    const row = await this.database
      .selectFrom('outbox')
      .selectAll()
      .where('id', '=', id)
      .where('due_at', '<=', now)
      .where(isNext)
      .executeTakeFirst();
    return row && this.#claim(row, until);
  }

  /** Makes everything due that is undone: for when nobody is at it. */
  async free(now: string): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set({ due_at: now })
      .where('due_at', '>', now)
      .execute();
  }

  /**
   * Notes that a job is done, unless it was called off meanwhile: then its person is erased. What stays here was no
   * attempt to give it to others, by which is known who else has to erase it.
   */
  async finish(job: OutboxJob, at: string, { reference, stays = false }: Accepted): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set({ due_at: null, done_at: at, backend_reference: reference ?? null, last_error: null })
      .set({ attempts: stays ? job.attempts - 1 : job.attempts })
      .where('id', '=', job.id)
      .where('due_at', 'is not', null)
      .execute();
  }

  /** The same for one that is to be tried again. */
  async postpone(id: string, until: string, error: string): Promise<void> {
    await this.database
      .updateTable('outbox')
      .set({ due_at: until, last_error: error })
      .where('id', '=', id)
      .where('due_at', 'is not', null)
      .execute();
  }

  /** How far the deliveries of tickets are, by ticket number. */
  async deliveries(tickets: readonly number[]): Promise<ReadonlyMap<number, DeliveryState>> {
    if (tickets.length === 0) return new Map();
    const rows = await this.database
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'ticket')
      .where('ticket', 'in', tickets)
      .execute();
    return new Map(rows.map((row) => [row.ticket, toState(row)]));
  }

  /** What has happened to a ticket, in order. */
  async changes(ticket: number): Promise<readonly NotedChange[]> {
    const rows = await this.#jobsOf(ticket, 'change');
    return rows.map(({ document, created_at: at, done_at: toldAt, attempts }) => ({
      change: changeSchema.safeParse(JSON.parse(document)).data,
      ...{ at, toldAt: toldAt ?? undefined, attempts },
    }));
  }

  /** What the person has added to a ticket, in order. */
  async additions(ticket: number): Promise<readonly NotedAddition[]> {
    const rows = await this.#jobsOf(ticket, 'addition');
    return rows.map(({ document, created_at: at, done_at: deliveredAt, attempts }) => ({
      text: additionSchema.safeParse(JSON.parse(document)).data?.text,
      ...{ at, deliveredAt: deliveredAt ?? undefined, attempts },
    }));
  }

  /** Whether an addition, by its key, has reached those who work on the ticket. */
  async isDone(id: string): Promise<boolean> {
    const row = await this.database
      .selectFrom('outbox')
      .select('done_at')
      .where('id', '=', id)
      .executeTakeFirst();
    return row !== undefined && row.done_at !== null;
  }

  /** Undone jobs, and when the oldest of them was made. */
  async backlog(): Promise<{ readonly count: number; readonly oldest: string | undefined }> {
    const { count, oldest } = await this.database
      .selectFrom('outbox')
      .select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.min<string | null>('created_at').as('oldest'),
      ])
      .where('due_at', 'is not', null)
      .executeTakeFirstOrThrow();
    return { count, oldest: oldest ?? undefined };
  }

  #jobsOf(ticket: number, kind: OutboxJob['kind']) {
    return this.database
      .selectFrom('outbox')
      .select(['document', 'created_at', 'done_at', 'attempts'])
      .where('kind', '=', kind)
      .where('ticket', '=', ticket)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  /** The due time that was seen must still stand: of several instances one gets the job. */
  async #claim(row: Selectable<OutboxTable>, until: string): Promise<OutboxJob | undefined> {
    const { numUpdatedRows } = await this.database
      .updateTable('outbox')
      .set({ due_at: until, attempts: row.attempts + 1 })
      .where('id', '=', row.id)
      .where('due_at', '=', row.due_at)
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return undefined;
    return toJob({ ...row, attempts: row.attempts + 1 });
  }
}

/** An addition waits for its ticket, and for what was added before it. */
function isNext(is: ExpressionBuilder<Schema, 'outbox'>) {
  const earlier = is
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .whereRef('earlier.ticket', '=', 'outbox.ticket')
    .where('earlier.due_at', 'is not', null)
    .where((other) =>
      other.or([
        other('earlier.kind', '=', 'ticket'),
        other.and([
          other('earlier.kind', '=', 'addition'),
          other('earlier.created_at', '<', other.ref('outbox.created_at')),
        ]),
      ]),
    );
  return is.or([is('kind', '!=', 'addition'), is.not(is.exists(earlier))]);
}

function toJob({
  id,
  ticket,
  attempts,
  kind,
  document,
  created_at,
}: Selectable<OutboxTable>): OutboxJob {
  const job = { id, ticket, attempts };
  if (kind === 'ticket') return { ...job, kind };
  const json: unknown = JSON.parse(document);
  if (kind !== 'addition') return { ...job, kind: 'change', change: changeSchema.parse(json) };
  const addition = { key: id, at: created_at, ...additionSchema.parse(json) };
  return { ...job, kind, addition };
}

function toState(row: Selectable<OutboxTable>): DeliveryState {
  return {
    isDelivered: row.done_at !== null,
    attempts: row.attempts,
    reference: row.backend_reference ?? undefined,
    lastError: row.last_error ?? undefined,
  };
}
