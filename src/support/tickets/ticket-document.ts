import { ticketName, type Ticket } from '../../core/ticket';

/** A ticket as other systems get it; documented in docs/support.md. */
export function toTicketDocument(ticket: Ticket) {
  const { packet } = ticket;
  return {
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
  };
}
