import type { Log } from '../../src/core/log';
import type { Ticket, TicketDraft } from '../../src/core/ticket';
import type { Database } from '../../src/storage/database';
import { createTickets } from '../../src/support/tickets/create-tickets';
import { deskBackend } from '../../src/support/tickets/desk-backend';
import { Outbox, type OutboxOptions } from '../../src/support/tickets/outbox';
import { OutboxStore } from '../../src/support/tickets/outbox-store';
import type { TicketChange } from '../../src/support/tickets/person-notifier';
import type { TicketBackend } from '../../src/support/tickets/ticket-backend';
import { TicketStore } from '../../src/support/tickets/ticket-store';
import { openMemory } from '../support/open-memory';

/** A draft that is complete, but for what a test says of it. */
export function buildDraft(draft: Partial<TicketDraft> = {}): TicketDraft {
  return {
    key: 'draft-1',
    subject: 'Our product key has no activations left',
    details: 'It stopped working on Monday.',
    email: 'kim@contoso.example',
    language: 'en',
    channel: 'webchat',
    person: 'person-1',
    packet: {
      reason: 'missed',
      transcript: [{ from: 'person', text: 'Hello', at: '2026-05-20T09:59:00.000Z' }],
      candidates: [{ intent: 'keys.more', score: 0.4 }],
      contentVersion: 'v1',
      redactedBy: 'local',
    },
    reference: '{}',
    ...draft,
  };
}

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A clock that a test moves on. */
export function movingClock(start = '2026-05-20T10:00:00.000Z') {
  let instant = new Date(start);
  return {
    now: () => instant,
    pass: (seconds: number) => {
      instant = new Date(instant.getTime() + seconds * 1000);
    },
  };
}

/** A backend that takes what a test lets it take; additions always, unless told otherwise. */
export function backendOf(
  deliver: TicketBackend['deliver'],
  add: TicketBackend['add'] = () => Promise.resolve({}),
): TicketBackend {
  return { name: 'test', deliver, add };
}

export interface DeskOptions {
  readonly backend?: TicketBackend;
  readonly notify?: (ticket: Ticket, change: TicketChange) => Promise<void>;
  readonly database?: Database;
  readonly attempted?: OutboxOptions['attempted'];
  readonly clock?: ReturnType<typeof movingClock>;
}

/** The ticket side on a real database. */
export async function openDesk(options: DeskOptions = {}) {
  const clock = options.clock ?? movingClock();
  const database = options.database ?? (await openMemory());
  const store = new TicketStore(database, clock.now);
  const jobs = new OutboxStore(database);
  const outbox = new Outbox({
    jobs,
    tickets: store,
    backend: options.backend ?? deskBackend,
    notifier: { notify: options.notify ?? (() => Promise.resolve()) },
    now: clock.now,
    log: silentLog,
    attempted: options.attempted,
  });
  return { clock, database, store, jobs, outbox, tickets: createTickets({ store, jobs, outbox }) };
}
