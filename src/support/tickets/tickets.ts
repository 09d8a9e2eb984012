import type { Ticket, TicketAddition, TicketDraft } from '../../core/ticket';

/** A saved ticket, and whether it has reached those who work on it. */
export interface SentTicket {
  readonly ticket: Ticket;
  readonly isDelivered: boolean;
}

/** What was added to a ticket, and whether it has reached those who work on it. */
export interface SentAddition extends SentTicket {
  /** The ticket was solved; it is open again. */
  readonly isReopened: boolean;
}

/** Port: the conversation's way to the support desk. */
export interface Tickets {
  /**
   * Saves a ticket, then tries to deliver it for a few seconds. Once this resolves the ticket can't be lost: what
   * isn't delivered yet is tried again until it is. The same key gives the same ticket. Rejects when it wasn't saved.
   */
  send(draft: TicketDraft): Promise<SentTicket>;
  /** A person's ticket by its number, or the latest one; never someone else's. */
  find(person: string, number?: number): Promise<SentTicket | undefined>;
  /** A person's own tickets, the latest first, ten at most. */
  listOf(person: string): Promise<readonly Ticket[]>;
  /**
   * Adds what a person writes, redacted, to one of their own tickets, then tries to deliver it as {@link send} does. The
   * same key adds it once. Undefined when they have no such ticket; rejects when it wasn't saved.
   */
  add(
    person: string,
    number: number,
    addition: Pick<TicketAddition, 'key' | 'text'>,
  ): Promise<SentAddition | undefined>;
}
