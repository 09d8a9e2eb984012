import type { Ticket, TicketAddition } from '../../core/ticket';

/** Port: who takes tickets? */
export interface TicketBackend {
  /** Short name for logs and metrics. */
  readonly name: string;
  /**
   * Hands a ticket over; resolves when it was accepted, with the backend's own reference if it gives one.
   * The same `key` may come again and must open one ticket only. Rejects when it wasn't accepted, or not within the
   * backend's own time limit; the outbox tries again, later where a `NotAcceptedError` asks for it.
   */
  deliver(ticket: Ticket): Promise<Accepted>;
  /**
   * Hands over what the person has added to a ticket that was accepted; `reference` is the one given then. Resolves and
   * rejects as {@link deliver} does, and the same `key` must add it once only.
   */
  add(ticket: Ticket, addition: TicketAddition, reference: string | undefined): Promise<Accepted>;
}

/** That a backend has taken something. */
export interface Accepted {
  /** The backend's own name for it. */
  readonly reference?: string | undefined;
  /** It stays in the bot's own database: nobody else has got it. */
  readonly stays?: boolean;
}
