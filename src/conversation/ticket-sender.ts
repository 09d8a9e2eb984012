import type { TurnContext } from 'botbuilder';
import { dateFormat } from '../core/date-format';
import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import { nextOpening, type LocalTime } from '../core/opening-hours';
import { SILENCE_HOURS } from '../core/outcome';
import {
  ticketName,
  type AccountSnapshot,
  type TicketDraft,
  type TranscriptLine,
} from '../core/ticket';
import type { Language } from '../core/language';
import type { SentTicket } from '../support/tickets/tickets';
import type { Memory } from './memory';
import { personKey } from './person-key';
import type { Recorder } from './recorder';
import { referenceOf } from './reference-of';
import type { SupportSide } from './support-side';
import type { TicketForm } from './ticket-form';
import type { Turn } from './turn';
import { TICKET_ENTRY } from './ticket-entry';

const MOST_LINES = 40;

export interface TicketSenderParts {
  readonly support: SupportSide;
  readonly memory: Memory;
  readonly recorder: Recorder;
  readonly accountOf: (turn: Turn) => Promise<AccountSnapshot | undefined>;
  readonly now: Clock;
  readonly log: Log;
}

/** Sends tickets, and says what came of it and nothing else. */
export class TicketSender {
  constructor(private readonly parts: TicketSenderParts) {}

  /** Gives the ticket's number; undefined when it couldn't be saved. */
  async send(turn: Turn, form: TicketForm): Promise<number | undefined> {
    let sent: SentTicket;
    try {
      sent = await this.parts.support.tickets.send(await this.#draft(turn, form));
    } catch (error) {
      this.parts.log.error({ err: error }, 'ticket not saved');
      await turn.say({ type: 'text', entry: TICKET_ENTRY, text: turn.t('ticket:sent.failed') });
      return undefined;
    }
    const conversation = await this.parts.memory.conversation(turn.context);
    const { number } = sent.ticket;
    await this.parts.recorder.note(turn, {
      type: 'ticketed',
      ticket: number,
      about: conversation.answer?.entry,
      reason: form.reason,
    });
    // What is asked from now on is for another ticket.
    delete conversation.question;
    conversation.misses = 0;
    await turn.say({ type: 'text', entry: TICKET_ENTRY, text: this.#confirmation(turn, sent) });
    return number;
  }

  async #draft(turn: Turn, form: TicketForm): Promise<TicketDraft> {
    const { context, language, recognition } = turn;
    const transcript = await this.#transcript(context);
    const { key, reason, email, candidates = [] } = form;
    const { redactedBy, ...written } = await this.#goOver(form, transcript, language);
    return {
      ...{ key, subject: written.subject, details: written.details },
      ...{ language, email: email ?? undefined },
      channel: context.activity.channelId,
      person: personKey(context),
      reference: referenceOf(context),
      packet: {
        ...{ reason, transcript: written.transcript, candidates },
        account: await this.#account(turn),
        ...{ contentVersion: recognition.version, redactedBy },
      },
    };
  }

  /** The last lines, of one day at most. */
  async #transcript(context: TurnContext): Promise<readonly TranscriptLine[]> {
    const since = new Date(this.parts.now().getTime() - SILENCE_HOURS * 3_600_000);
    const lines = await this.parts.memory.linesSince(context, since.toISOString());
    return lines.slice(-MOST_LINES);
  }

  /** All that was written is redacted once more; the bot's lines too, which quote the person. */
  async #goOver(
    { subject = '', details = '' }: TicketForm,
    transcript: readonly TranscriptLine[],
    language: Language,
  ) {
    const { texts, redactedBy } = await this.parts.support.recordRedactor.redactAll(
      [subject, details, ...transcript.map(({ text }) => text)],
      language,
    );
    const [safeSubject = '', safeDetails = '', ...lines] = texts;
    return {
      ...{ subject: safeSubject, details: safeDetails, redactedBy },
      transcript: transcript.map((line, index) => ({ ...line, text: lines[index] ?? '' })),
    };
  }

  /** A ticket doesn't fail for want of the account; what is shown of it is redacted like the rest. */
  async #account(turn: Turn): Promise<AccountSnapshot | undefined> {
    const snapshot = await this.parts.accountOf(turn).catch(() => undefined);
    if (snapshot === undefined) return undefined;
    const { redactor } = this.parts.support;
    const lines = await Promise.all(snapshot.lines.map((line) => redactor.redact(line)));
    return { ...snapshot, lines };
  }

  #confirmation({ t, locale }: Turn, { ticket, isDelivered }: SentTicket): string {
    const number = ticketName(ticket);
    const { openingHours } = this.parts.support;
    const opening = openingHours && nextOpening(this.parts.now(), openingHours);
    return [
      t(isDelivered ? 'ticket:sent.delivered' : 'ticket:sent.saved', { number }),
      opening === undefined ? [] : t('ticket:sent.closed', { opening: inWords(opening, locale) }),
      t('ticket:sent.follow', { number }),
    ]
      .flat()
      .join('\n\n');
  }
}

/** "Monday 25 May at 08:00", as people of a locale say it. */
function inWords({ date, time }: LocalTime, locale: string): string {
  const format = dateFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  return format.format(new Date(`${date}T${time}:00Z`));
}
