import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import type { Database } from '../storage/database';
import { LedgerStore } from './outcomes/ledger-store';
import { createTickets } from './tickets/create-tickets';
import { Outbox, type OutboxOptions } from './tickets/outbox';
import { OutboxStore } from './tickets/outbox-store';
import type { PersonNotifier } from './tickets/person-notifier';
import type { TicketBackend } from './tickets/ticket-backend';
import { TicketStore } from './tickets/ticket-store';
import type { Tickets } from './tickets/tickets';
import { UnansweredStore } from './unanswered/unanswered-store';

export interface SupportDeskOptions {
  readonly database: Database;
  readonly backend: TicketBackend;
  readonly notifier: PersonNotifier;
  /** IANA name of the time zone in which days are counted. */
  readonly timeZone: string;
  readonly now: Clock;
  readonly log: Log;
  readonly attempted?: OutboxOptions['attempted'];
}

/** Everything by which people take over and learn. */
export interface SupportDesk {
  readonly tickets: Tickets;
  readonly ticketStore: TicketStore;
  readonly jobs: OutboxStore;
  readonly outbox: Outbox;
  readonly ledger: LedgerStore;
  readonly unanswered: UnansweredStore;
}

/** Puts the support side together on a database. The outbox works on its own once it is started. */
export function createSupportDesk(options: SupportDeskOptions): SupportDesk {
  const { database, now } = options;
  const ticketStore = new TicketStore(database, now);
  const jobs = new OutboxStore(database);
  const outbox = new Outbox({ ...options, jobs, tickets: ticketStore });
  return {
    ...{ ticketStore, jobs, outbox },
    tickets: createTickets({ store: ticketStore, jobs, outbox }),
    ledger: new LedgerStore(database, options.timeZone),
    unanswered: new UnansweredStore(database, now),
  };
}
