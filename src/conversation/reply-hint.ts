import { ticketName, type Ticket } from '../core/ticket';
import type { Translate } from '../core/translate';

/** How a desk that waits for a person can be answered; nothing for a ticket on which nobody waits. */
export function replyHint(ticket: Ticket, t: Translate, status = ticket.status): readonly string[] {
  if (status !== 'waiting') return [];
  const way = ticket.email === undefined ? 'noEmail' : 'email';
  return [t(`ticket:reply.${way}`, { number: ticketName(ticket) })];
}
