import type { Choice } from '../core/reply';
import { ticketName, type Ticket } from '../core/ticket';
import type { Translate } from '../core/translate';

/** How a desk that waits for a person can be answered: in words, and by clicking. */
export interface ReplyHint {
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
}

/** Nothing for a ticket on which nobody waits. */
export function replyHint(ticket: Ticket, t: Translate, status = ticket.status): ReplyHint {
  if (status !== 'waiting') return { lines: [], choices: [] };
  const number = ticketName(ticket);
  const title = t('ticket:reply.choice', { number });
  return { lines: [t('ticket:reply.hint', { number })], choices: [{ title, value: title }] };
}
