import type { Clock } from '../core/clock';
import type { Instances } from '../core/instances';
import type { Log } from '../core/log';
import type { Database } from '../storage/database';
import { LedgerClerk } from './outcomes/ledger-clerk';
import { LedgerStore } from './outcomes/ledger-store';
import { createTickets } from './tickets/create-tickets';
import { Outbox, type OutboxOptions } from './tickets/outbox';
import { OutboxStore } from './tickets/outbox-store';
import type { PersonNotifier } from './tickets/person-notifier';
import type { TicketBackend } from './tickets/ticket-backend';
import { TicketStore } from './tickets/ticket-store';
import type { Tickets } from './tickets/tickets';
import { TurnStore } from './turn-store';
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
  readonly records: TurnStore;
  /** Works on its own until closed: what waits is delivered, what happened is counted. */
  start(instances: Pick<Instances, 'runsOnOne' | 'isShared'>): void;
  /** Lets what is under way end. */
  close(): Promise<void>;
}

/** Puts the support side together on a database. */
export function createSupportDesk(options: SupportDeskOptions): SupportDesk {
  const { database, now } = options;
  const ticketStore = new TicketStore(database, now);
  const jobs = new OutboxStore(database);
  const outbox = new Outbox({ ...options, jobs, tickets: ticketStore });
  const ledger = new LedgerStore(database, options.timeZone);
  const clerk = new LedgerClerk(ledger, options.log);
  return {
    ...{ ticketStore, jobs, outbox },
    tickets: createTickets({ store: ticketStore, jobs, outbox }),
    ledger,
    unanswered: new UnansweredStore(database, now),
    records: new TurnStore(database, now),
    start(instances) {
      outbox.start(instances);
      clerk.start(instances);
    },
    async close() {
      await outbox.close();
      await clerk.close();
    },
  };
}
