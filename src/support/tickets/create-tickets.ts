import type { Ticket } from '../../core/ticket';
import type { Outbox } from './outbox';
import type { OutboxStore } from './outbox-store';
import type { TicketStore } from './ticket-store';
import type { SentTicket, Tickets } from './tickets';

/** How long a person waits to hear whether the desk has the ticket. */
const PATIENCE_MS = 3000;
const MOST_LISTED = 10;

/** The way from the conversation to the desk: saved first, then delivered by the outbox. */
export function createTickets(parts: {
  readonly store: TicketStore;
  readonly jobs: OutboxStore;
  readonly outbox: Outbox;
}): Tickets {
  const withDelivery = async (ticket: Ticket): Promise<SentTicket> => {
    const deliveries = await parts.jobs.deliveries([ticket.number]);
    return { ticket, isDelivered: deliveries.get(ticket.number)?.isDelivered ?? false };
  };
  return {
    async send(draft) {
      const ticket = await parts.store.save(draft);
      // The attempt goes on behind the answer when it takes longer; the outbox notes how it ends.
      await within(PATIENCE_MS, parts.outbox.deliver(ticket.key));
      return withDelivery(ticket);
    },
    async find(person, number) {
      const ticket = await parts.store.findOf(person, number);
      return ticket && withDelivery(ticket);
    },
    listOf: (person) => parts.store.listOf(person, MOST_LISTED),
    async add(person, number, addition) {
      const added = await parts.store.add(person, number, addition);
      if (added === undefined) return undefined;
      await within(PATIENCE_MS, parts.outbox.deliver(addition.key));
      const isDelivered = await parts.jobs.isDone(addition.key);
      return { ticket: added.ticket, isDelivered, isReopened: added.before === 'solved' };
    },
  };
}

async function within(milliseconds: number, attempt: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([attempt.catch(() => undefined), patience]);
  clearTimeout(timer);
}
