import { createTransport } from 'nodemailer';
import type { Translate } from '../../core/translate';
import { ticketName, type Ticket } from '../../core/ticket';
import type { TicketBackend } from './ticket-backend';
import { toTicketDocument } from './ticket-document';

const TIMEOUT_MS = 10_000;

export interface EmailOptions {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly server: string;
  readonly from: string;
  readonly to: string;
  /** The desk's own language. */
  readonly t: Translate;
}

/** Mails tickets to the desk: readable text, and everything as JSON beside it. Every attempt has the same Message-ID. */
export function createEmailBackend({ server, from, to, t }: EmailOptions): TicketBackend {
  const transport = createTransport({
    url: server,
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    name: 'email',
    async deliver(ticket) {
      const messageId = `<${ticket.key.replace(/[^\w-]/g, '')}@${domain}>`;
      await transport.sendMail({
        ...{ from, to, messageId, text: textOf(ticket, t) },
        ...(ticket.email !== undefined && { replyTo: { name: '', address: ticket.email } }),
        subject: `${ticketName(ticket)}: ${ticket.subject}`,
        attachments: [
          {
            filename: `${ticketName(ticket)}.json`,
            contentType: 'application/json',
            content: JSON.stringify(toTicketDocument(ticket), null, 2),
          },
        ],
      });
      return { reference: messageId };
    },
  };
}

function textOf(ticket: Ticket, t: Translate): string {
  const line = (name: string, value: string) => `${t(`ticket:review.${name}`)}: ${value}`;
  return [
    line('subject', ticket.subject),
    line('details', ticket.details === '' ? t('ticket:review.noDetails') : ticket.details),
    line('email', ticket.email ?? t('ticket:review.noEmail')),
    '',
    ...ticket.packet.transcript.map(
      ({ from, text }) => `${from === 'person' ? '>' : '<'} ${text.replace(/\n+/g, '\n  ')}`,
    ),
  ].join('\n');
}
