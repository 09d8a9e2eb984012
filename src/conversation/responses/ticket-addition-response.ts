import { escapeMarkdown } from '../../channels/escape-markdown';
import { beginningOf } from '../../core/beginning-of';
import type { Log } from '../../core/log';
import { ticketName, type Ticket } from '../../core/ticket';
import type { Redactor } from '../../privacy/redactor';
import type { SentAddition } from '../../support/tickets/tickets';
import type { Offer } from '../dialogs/choice-dialog';
import { personKey } from '../person-key';
import { readAddition, type AdditionWish } from '../read-addition';
import type { SupportSide } from '../support-side';
import { TICKET_ENTRY } from '../ticket-entry';
import type { TicketWords } from '../ticket-words';
import type { Turn } from '../turn';
import { additionKey } from '../addition-key';
import { choice } from './say-answer';
import type { TicketStatusResponse } from './ticket-status-response';

const LONGEST = 4000;

export interface TicketAdditionParts {
  readonly support: SupportSide;
  readonly words: TicketWords;
  readonly status: TicketStatusResponse;
  readonly log: Log;
}

/** Passes on what people add to tickets that they have sent, an answer to the desk above all; says what came of it. */
export class TicketAdditionResponse {
  constructor(private readonly parts: TicketAdditionParts) {}

  /** What a message wants to add, whatever it was recognized as; undefined when it wants no such thing. */
  read({ utterance }: Turn): AdditionWish | undefined {
    return readAddition(utterance, this.parts.words);
  }

  /** Adds it, or asks for what is missing: the words, or which of several tickets. */
  async take(turn: Turn, { number, text }: AdditionWish): Promise<Offer | undefined> {
    const own = await this.parts.support.tickets.listOf(personKey(turn.context));
    const meant = meantBy(own, number);
    const [first, ...others] = meant;
    if (first === undefined) return this.parts.status.say(turn, number);
    if (others.length > 0) return this.#askWhich(turn, meant, text);
    return text === '' ? this.#ask(turn, first) : this.add(turn, first.number, text);
  }

  /** Adds a message to a ticket of its person. */
  async add(turn: Turn, number: number, text: string): Promise<undefined> {
    const said = (await this.#send(turn, number, text).catch((error: unknown) => {
      this.parts.log.error({ err: error }, 'addition not saved');
      return undefined;
    })) ?? [turn.t('ticket:added.failed')];
    await turn.say({ type: 'text', entry: TICKET_ENTRY, text: said.join('\n\n') });
  }

  async #send(turn: Turn, number: number, text: string): Promise<readonly string[] | undefined> {
    const { tickets, redactor, recordRedactor, newId } = this.parts.support;
    const { context, language } = turn;
    const safe = await shortened(text, redactor);
    const { texts } = await recordRedactor.redactAll([safe], language);
    const addition = { key: additionKey(context, newId), text: texts[0] ?? '' };
    const added = await tickets.add(personKey(context), number, addition);
    return added && this.#confirmation(turn, added);
  }

  #confirmation({ t }: Turn, added: SentAddition): readonly string[] {
    const said = t(
      `ticket:added.${added.isDelivered ? 'delivered' : 'saved'}`,
      nameOf(added.ticket),
    );
    return [said, ...(added.isReopened ? [t('ticket:added.reopened')] : [])];
  }

  async #ask(turn: Turn, ticket: Ticket): Promise<Offer> {
    const skip = { type: 'nothing-added' } as const;
    const choices = [choice(turn.t('ticket:choice.nothing'), skip)];
    const text = turn.t('ticket:added.ask', nameOf(ticket));
    await turn.say({ type: 'question', entry: TICKET_ENTRY, text, choices });
    const otherwise = { type: 'adding', ticket: ticket.number } as const;
    return { choices, no: skip, byWords: false, otherwise };
  }

  /** Until one is chosen the words are kept redacted. */
  async #askWhich(turn: Turn, tickets: readonly Ticket[], text: string): Promise<Offer> {
    const redacted = await shortened(text, this.parts.support.redactor);
    const choices = tickets.map((ticket) => {
      const title = `${ticketName(ticket)}, ${ticket.subject}`;
      const outcome = { type: 'add-to', ticket: ticket.number, text: redacted } as const;
      return { title, value: ticketName(ticket), outcome };
    });
    const question = turn.t('ticket:added.which');
    await turn.say({ type: 'question', entry: TICKET_ENTRY, text: question, choices });
    return { choices, byWords: true };
  }
}

/** Redacted before it is cut: half a number isn't seen to be one. */
async function shortened(text: string, redactor: Redactor): Promise<string> {
  return beginningOf(await redactor.redact(text), LONGEST);
}

/** The one that is named; else those on which somebody waits for the person, those not solved, or the latest. */
function meantBy(own: readonly Ticket[], number: number | undefined): readonly Ticket[] {
  if (number !== undefined) return own.filter((ticket) => ticket.number === number);
  const waiting = own.filter(({ status }) => status === 'waiting');
  const unsolved = own.filter(({ status }) => status !== 'solved');
  return [waiting, unsolved].find(({ length }) => length > 0) ?? own.slice(0, 1);
}

function nameOf(ticket: Ticket) {
  return { number: ticketName(ticket), subject: escapeMarkdown(ticket.subject) };
}
