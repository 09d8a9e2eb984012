import { escapeMarkdown } from '../../channels/escape-markdown';
import { dateFormat } from '../../core/date-format';
import type { Content } from '../../content/content';
import { fold } from '../../content/fold';
import { ticketName, ticketNumberIn } from '../../core/ticket';
import type { Tickets } from '../../support/tickets/tickets';
import type { Offer } from '../dialogs/choice-dialog';
import { personKey } from '../person-key';
import { replyHint } from '../reply-hint';
import type { TicketWords } from '../ticket-words';
import type { Turn } from '../turn';
import { offerTicket } from './ticket-offer';
import { TICKET_ENTRY } from '../ticket-entry';

/** A longer message that names a ticket says more than "how is it going?". */
const MOST_STATUS_WORDS = 12;

/** Tells people how their own tickets are. */
export class TicketStatusResponse {
  constructor(
    private readonly content: Content,
    private readonly tickets: Tickets,
    private readonly words: TicketWords,
    private readonly timeZone: string,
  ) {}

  /** Whether a message asks for a ticket's status, whatever it was recognized as. */
  isAsked({ utterance }: Turn): boolean {
    const said = fold(utterance);
    if (this.words.status.includes(said)) return true;
    return ticketNumberIn(utterance) !== undefined && said.split(' ').length <= MOST_STATUS_WORDS;
  }

  async hasTicket({ context }: Turn): Promise<boolean> {
    return (await this.tickets.find(personKey(context))) !== undefined;
  }

  /** Says the status of a ticket, the latest unless one is named; offers a ticket to who has none. */
  async say(turn: Turn, number = ticketNumberIn(turn.utterance)): Promise<Offer | undefined> {
    const { t, context } = turn;
    const found = await this.tickets.find(personKey(context), number);
    if (found === undefined) {
      const text =
        number === undefined
          ? t('ticket:status.none')
          : t('ticket:status.noneByNumber', { number: ticketName({ number }) });
      await turn.say({ type: 'text', entry: TICKET_ENTRY, text });
      return number === undefined
        ? offerTicket(turn, { content: this.content, reason: 'asked' })
        : undefined;
    }
    const { ticket, isDelivered } = found;
    const line = t('ticket:status.line', {
      number: ticketName(ticket),
      subject: escapeMarkdown(ticket.subject),
      date: this.#date(ticket.createdAt, turn),
      status: t(`ticket:status.${ticket.status}`),
    });
    const undelivered = isDelivered ? [] : [t('ticket:status.notDelivered')];
    const { lines, choices } = replyHint(ticket, t);
    const text = [line, ...undelivered, ...lines].join('\n\n');
    await turn.say({ type: 'text', entry: TICKET_ENTRY, text, choices });
    return undefined;
  }

  #date(instant: string, { locale }: Turn): string {
    const format = dateFormat(locale, {
      ...{ dateStyle: 'long', timeZone: this.timeZone },
    });
    return format.format(new Date(instant));
  }
}
