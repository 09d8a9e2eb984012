import { sql, type RawBuilder } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database';
import { holdAlone } from '../hold-alone';
import { Bell } from './bell';
import { LIFE_LOCK } from './control-connection';

/** How often someone who waits looks for themselves, in case a word was lost or an instance has died. */
const LOOK_MS = 1000;
/** Of the ticket `one`. */
const TICKET_INSTANCE = sql`split_part(one, '/', 1)`;

export interface TurnQueueOptions {
  readonly database: Database;
  /** Number of this instance. */
  readonly instance: number;
  /** Sends word to the instance of whoever is next. */
  readonly call: (ticket: string) => void;
}

/**
 * Queues of tasks in the database, a row a key: the first ticket in it is being served, the rest wait in the order of
 * their arrival. Tickets of instances that have died are thrown out by those who wait behind them.
 */
export class TurnQueue {
  readonly #bells = new Map<string, Bell>();
  #count = 0;
  #isClosed = false;

  constructor(private readonly options: TurnQueueOptions) {}

  /**
   * Makes the table, and empties the queues that only the dead are in: where nobody comes any more, nobody else would. It
   * is unlogged: what is in it means nothing once the server has crashed.
   */
  async open(): Promise<void> {
    await this.options.database.transaction().execute(async (transaction) => {
      await holdAlone(transaction, 'turn queue');
      await sql`create unlogged table if not exists turn_queue (
        key text primary key, tickets text[] not null)`.execute(transaction);
      await sql`delete from turn_queue where not exists (
        select from unnest(tickets) as one where ${this.#lives(TICKET_INSTANCE)})`.execute(
        transaction,
      );
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Runs a task once all that were asked for earlier with its key are over. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    this.#count += 1;
    const ticket = `${this.options.instance}/${this.#count}`;
    try {
      await this.#enter(key, ticket);
      return await task();
    } finally {
      await this.#leave(key, ticket).catch(() => void this.#leaveLater(key, ticket));
    }
  }

  /** Lets whoever has that ticket, if it is of this instance, see whether their turn has come. */
  called(ticket: string): void {
    this.#bells.get(ticket)?.ring();
  }

  async #enter(key: string, ticket: string): Promise<void> {
    const bell = new Bell();
    this.#bells.set(ticket, bell);
    try {
      let first = await this.#append(key, ticket);
      while (first !== ticket) {
        await bell.wait(LOOK_MS);
        first = (await this.#look(key, ticket)) ?? (await this.#append(key, ticket));
      }
    } finally {
      this.#bells.delete(ticket);
    }
  }

  /** Puts a ticket at the end of a queue; gives the first in it. */
  async #append(key: string, ticket: string): Promise<string | undefined> {
    const { rows } = await sql<{ first: string }>`
      insert into turn_queue values (${key}, array[${ticket}])
      on conflict (key) do update set tickets = turn_queue.tickets || excluded.tickets
      returning tickets[1] as first`.execute(this.options.database);
    return rows[0]?.first;
  }

  /** Throws out the dead; gives the first in the queue, or undefined when the ticket itself is gone. */
  async #look(key: string, ticket: string): Promise<string | undefined> {
    const { rows } = await sql<{ first: string; has: boolean }>`
      update turn_queue set tickets = array(
        select one from unnest(tickets) with ordinality as queue (one, place)
        where ${this.#lives(TICKET_INSTANCE)} order by place)
      where key = ${key}
      returning tickets[1] as first, ${ticket} = any(tickets) as has`.execute(
      this.options.database,
    );
    return rows[0]?.has === true ? rows[0].first : undefined;
  }

  #lives(instance: RawBuilder<unknown>) {
    return sql`(${instance} = ${String(this.options.instance)} or ${instance}::bigint in (
      select objid::bigint from pg_locks
      where locktype = 'advisory' and classid = ${LIFE_LOCK} and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())))`;
  }

  async #leave(key: string, ticket: string): Promise<void> {
    const { database, call } = this.options;
    const { numAffectedRows } = await sql`
      delete from turn_queue where key = ${key} and tickets = array[${ticket}]`.execute(database);
    if (numAffectedRows === 1n) return;
    const { rows } = await sql<{ first: string | null }>`
      update turn_queue set tickets = array_remove(tickets, ${ticket}) where key = ${key}
      returning tickets[1] as first`.execute(database);
    const next = rows[0]?.first;
    if (typeof next === 'string') call(next);
  }

  /** Whoever waits behind a ticket would wait for ever while its instance lives. */
  async #leaveLater(key: string, ticket: string): Promise<void> {
    while (!this.#isClosed) {
      await wait(LOOK_MS, undefined, { ref: false });
      const isGone = await this.#leave(key, ticket).then(
        () => true,
        () => false,
      );
      if (isGone) return;
    }
  }
}
