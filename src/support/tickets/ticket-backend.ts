import type { Ticket } from '../../core/ticket';

/** Port: who takes tickets? */
export interface TicketBackend {
  /** Short name for logs and metrics. */
  readonly name: string;
  /**
   * Hands a ticket over; resolves when it was accepted, with the backend's own reference if it gives one.
   * The same `key` may come again and must open one ticket only. Rejects when it wasn't accepted, or not within the
   * backend's own time limit; the outbox tries again.
   */
  deliver(ticket: Ticket): Promise<{ readonly reference?: string | undefined }>;
}
