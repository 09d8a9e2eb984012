import type { Ticket, TicketStatus } from '../../core/ticket';

/** What has happened to a ticket. */
export interface TicketChange {
  readonly status: TicketStatus;
  /** What the supporter writes to the person, if anything. */
  readonly note?: string | undefined;
  /** Id of the supporter; the person isn't told. */
  readonly by?: string | undefined;
}

/** Port: tells a person on their own channel that their ticket has changed. */
export interface PersonNotifier {
  /** Rejects when the channel didn't take the message; the outbox tries again. */
  notify(ticket: Ticket, change: TicketChange): Promise<void>;
}
