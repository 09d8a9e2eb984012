import { ticketName, type Ticket, type TicketAddition } from '../../core/ticket';

/** A ticket as other systems get it; documented in docs/support.md. */
export function toTicketDocument(ticket: Ticket) {
  const { packet } = ticket;
  return {
    event: 'ticket.opened',
    number: ticketName(ticket),
    createdAt: ticket.createdAt,
    subject: ticket.subject,
    details: ticket.details,
    email: ticket.email ?? null,
    language: ticket.language,
    channel: ticket.channel,
    reason: packet.reason,
    candidates: packet.candidates,
    account: packet.account ?? null,
    contentVersion: packet.contentVersion,
    redactedBy: packet.redactedBy,
    transcript: packet.transcript,
  } as const;
}

/** What was added to a ticket as other systems get it. */
export function toAdditionDocument(
  ticket: Ticket,
  { text, at }: TicketAddition,
  reference: string | undefined,
) {
  return {
    event: 'ticket.added',
    number: ticketName(ticket),
    reference: reference ?? null,
    addedAt: at,
    text,
    subject: ticket.subject,
    email: ticket.email ?? null,
    language: ticket.language,
    channel: ticket.channel,
  } as const;
}
