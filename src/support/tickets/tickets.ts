import type { Ticket, TicketDraft } from '../../core/ticket';

/** A saved ticket, and whether it has reached those who work on it. */
export interface SentTicket {
  readonly ticket: Ticket;
  readonly isDelivered: boolean;
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
}
