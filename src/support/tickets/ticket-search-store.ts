import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { z } from 'zod';
import {
  ESCALATION_REASONS,
  TICKET_STATUSES,
  ticketNumberIn,
  type EscalationReason,
  type Ticket,
  type TicketStatus,
} from '../../core/ticket';
import type { Schema } from '../../storage/schema';

/** Which tickets a supporter looks for. */
export interface TicketSearch {
  /** Any of these; all when left out. */
  readonly statuses?: readonly TicketStatus[] | undefined;
  readonly language?: string | undefined;
  readonly channel?: string | undefined;
  /** A number such as `T-1042`, or words of the subject, the details or the e-mail address. */
  readonly text?: string | undefined;
  /** Only numbers below this one: the next page. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A ticket in a list. */
export type TicketLine = Pick<
  Ticket,
  'number' | 'subject' | 'status' | 'language' | 'channel' | 'createdAt' | 'updatedAt'
> & {
  /** The person has written something to it since the desk changed it last. */
  readonly isAnswered: boolean;
};

const SEARCHED = ['subject', 'details', 'email'] as const;

const statusSchema = z.enum(TICKET_STATUSES);
/** Undefined where nobody noted it. */
const reasonSchema = z.enum(ESCALATION_REASONS).optional().catch(undefined);

/** Finds tickets for those who work on them. */
export class TicketSearchStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /** Latest first. */
  async find(search: TicketSearch): Promise<readonly TicketLine[]> {
    const { statuses, language, channel, text = '', before, limit } = search;
    let query = this.database
      .selectFrom('ticket')
      .select(['number', 'subject', 'status', 'language', 'channel', 'created_at', 'updated_at'])
      .select((is) => [lastJob(is, 'addition').as('added'), lastJob(is, 'change').as('changed')])
      .orderBy('number', 'desc')
      .limit(limit);
    if (statuses !== undefined) query = query.where('status', 'in', statuses);
    if (language !== undefined) query = query.where('language', '=', language);
    if (channel !== undefined) query = query.where('channel', '=', channel);
    if (before !== undefined) query = query.where('number', '<', before);
    const number = ticketNumberIn(text);
    if (number !== undefined) query = query.where('number', '=', number);
    else if (text !== '')
      query = query.where((where) =>
        where.or(
          needlesOf(text).flatMap((needle) => SEARCHED.map((column) => holds(column, needle))),
        ),
      );
    return (await query.execute()).map(
      ({ status, created_at, updated_at, added, changed, ...row }) => ({
        ...{ ...row, status: statusSchema.parse(status) },
        ...{ createdAt: created_at, updatedAt: updated_at },
        isAnswered: added !== null && added > (changed ?? ''),
      }),
    );
  }

  /** How many tickets have each status. */
  async counts(): Promise<Readonly<Record<TicketStatus, number>>> {
    const rows = await this.database
      .selectFrom('ticket')
      .select(['status', ({ fn }) => fn.countAll<number | string>().as('count')])
      .groupBy('status')
      .execute();
    const counts = { open: 0, 'in-progress': 0, waiting: 0, solved: 0 };
    for (const { status, count } of rows) counts[statusSchema.parse(status)] = Number(count);
    return counts;
  }

  /** How many tickets came for each reason between two ISO 8601 instants, the second not included. */
  async reasons(
    from: string,
    to: string,
  ): Promise<ReadonlyMap<EscalationReason | undefined, number>> {
    const rows = await this.database
      .selectFrom('ticket')
      .select(['reason', ({ fn }) => fn.countAll<number>().as('count')])
      .where('created_at', '>=', from)
      .where('created_at', '<', to)
      .groupBy('reason')
      .execute();
    return new Map(rows.map(({ reason, count }) => [reasonSchema.parse(reason), count]));
  }

  /** Channels by which tickets have come. */
  async channels(): Promise<readonly string[]> {
    const rows = await this.database
      .selectFrom('ticket')
      .select('channel')
      .distinct()
      .orderBy('channel')
      .execute();
    return rows.map(({ channel }) => channel);
  }
}

/** When a ticket's last addition or change was made; null when there is none. */
function lastJob(is: ExpressionBuilder<Schema, 'ticket'>, kind: 'addition' | 'change') {
  return is
    .selectFrom('outbox')
    .select(({ fn }) => fn.max<string | null>('outbox.created_at').as('at'))
    .whereRef('outbox.ticket', '=', 'ticket.number')
    .where('outbox.kind', '=', kind);
}

/** SQLite knows no small letter of `Å`: words are looked for as they stand within a sentence and at its beginning. */
function needlesOf(text: string): readonly string[] {
  const small = text.toLowerCase();
  return [...new Set([small, small.charAt(0).toUpperCase() + small.slice(1)])];
}

function holds(column: (typeof SEARCHED)[number], needle: string) {
  const pattern = `%${needle.replace(/[!%_]/g, '!$&')}%`;
  return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
}
