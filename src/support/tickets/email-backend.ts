import { createTransport, type SendMailOptions } from 'nodemailer';
import { isLoopback } from '../../core/loopback';
import type { Translate } from '../../core/translate';
import { ticketName, type Ticket, type TicketAddition } from '../../core/ticket';
import type { Accepted, TicketBackend } from './ticket-backend';
import { toTicketDocument } from './ticket-document';

const TIMEOUT_MS = 10_000;
/** For a whole mail: a server that always says a little more would never run into the others. */
const DEADLINE_MS = 30_000;

export interface EmailOptions {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly server: string;
  readonly from: string;
  readonly to: string;
  /** The desk's own language. */
  readonly t: Translate;
}

/**
 * Mails tickets to the desk: readable text, and everything as JSON beside it; what is added to one as a reply to its mail,
 * in the same thread. Every attempt has the same Message-ID.
 */
export function createEmailBackend({ server, from, to, t }: EmailOptions): TicketBackend {
  const transport = createTransport({
    url: server,
    // A password goes unencrypted to this machine at most, whatever a server says that it can't do.
    requireTLS: holdsPassword(server),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  const messageIdOf = ({ key }: { readonly key: string }) =>
    `<${key.replace(/[^\w-]/g, '')}@${domain}>`;
  /** To the desk; who answers writes to the person. */
  const send = async (ticket: Ticket, mail: Mail): Promise<Accepted> => {
    const replyTo = fitsHeader(ticket.email)
      ? { replyTo: { name: '', address: ticket.email } }
      : {};
    const signal = AbortSignal.timeout(DEADLINE_MS);
    await transport.sendMail({ from, to, ...replyTo, ...mail, signal });
    return { reference: mail.messageId };
  };
  const subjectOf = (ticket: Ticket) => `${ticketName(ticket)}: ${ticket.subject}`;
  return {
    name: 'email',
    deliver: (ticket) =>
      send(ticket, {
        ...{ messageId: messageIdOf(ticket), subject: subjectOf(ticket), text: textOf(ticket, t) },
        attachments: [
          {
            filename: `${ticketName(ticket)}.json`,
            contentType: 'application/json',
            content: JSON.stringify(toTicketDocument(ticket), null, 2),
          },
        ],
      }),
    add(ticket, addition) {
      const thread = messageIdOf(ticket);
      return send(ticket, {
        ...{ messageId: messageIdOf(addition), inReplyTo: thread, references: thread },
        ...{ subject: `Re: ${subjectOf(ticket)}`, text: additionText(ticket, addition, t) },
      });
    },
  };
}

/** Letters beside ASCII before the @ are refused by servers that know no SMTPUTF8, with the whole mail (RFC 6532). */
function fitsHeader(email: string | undefined): email is string {
  return email !== undefined && /^[\x21-\x7e]+@/.test(email);
}

function holdsPassword(server: string): boolean {
  const { password, hostname } = new URL(server);
  return password !== '' && !isLoopback(hostname);
}

type Mail = Pick<
  SendMailOptions,
  'subject' | 'text' | 'attachments' | 'inReplyTo' | 'references'
> & {
  readonly messageId: string;
};

function additionText(ticket: Ticket, { text }: TicketAddition, t: Translate): string {
  return `${t('ticket:mail.added', { number: ticketName(ticket) })}\n\n${text}`;
}

function textOf(ticket: Ticket, t: Translate): string {
  const line = (name: string, value: string) => `${t(`ticket:review.${name}`)}: ${indented(value)}`;
  return [
    line('subject', ticket.subject),
    line('details', ticket.details === '' ? t('ticket:review.noDetails') : ticket.details),
    line('email', ticket.email ?? t('ticket:review.noEmail')),
    '',
    ...ticket.packet.transcript.map(
      ({ from, text }) =>
        `${from === 'person' ? '>' : '<'} ${indented((from === 'bot' ? unescaped(text) : text).replace(/\n+/g, '\n'))}`,
    ),
  ].join('\n');
}

/** The bot speaks Markdown, in which it escapes what it quotes; a mail is plain text. */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Only our own lines begin at the margin: nobody writes one that looks like them. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
