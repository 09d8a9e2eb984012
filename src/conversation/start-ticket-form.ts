import type { EscalationReason } from '../core/ticket';
import type { Memory } from './memory';
import { personKey } from './person-key';
import type { SupportSide } from './support-side';
import {
  fillIn,
  fillInSubject,
  fillInSummary,
  isTooLongForSubject,
  type TicketForm,
} from './ticket-form';
import type { Turn } from './turn';

/** A new ticket as far as it can be filled in without asking: the subject from the question, the e-mail address where it is known. */
export async function startTicketForm(
  turn: Turn,
  parts: {
    readonly support: SupportSide;
    readonly memory: Memory;
    readonly reason: EscalationReason;
  },
): Promise<TicketForm> {
  const { support, memory, reason } = parts;
  const { question } = await memory.conversation(turn.context);
  const vouched = await support.emailOf?.(turn.context);
  const lastEmail = vouched === undefined ? await lastEmailOf(turn, support) : undefined;
  const form: TicketForm = {
    ...{ key: support.newId(), reason, asks: 'subject' },
    ...{ email: vouched ?? lastEmail, lastEmail },
  };
  if (question === undefined) return fillIn(form, {});
  return startWith({ ...form, candidates: question.candidates }, question.text, { turn, support });
}

/** The question is the subject; of a long one, what it is about. */
async function startWith(
  form: TicketForm,
  text: string,
  { turn, support }: { readonly turn: Turn; readonly support: SupportSide },
): Promise<TicketForm> {
  const { keyPhrases } = support;
  if (keyPhrases === undefined || !isTooLongForSubject(text)) return fillInSubject(form, text);
  const [phrases = []] = await keyPhrases.extract([text], turn.language).catch(() => []);
  return phrases.length === 0 ? fillInSubject(form, text) : fillInSummary(form, { text, phrases });
}

/** The address that a person gave for their last ticket; not where others would read it. */
async function lastEmailOf({ context }: Turn, { tickets }: SupportSide) {
  if (context.activity.conversation.isGroup) return undefined;
  return (await tickets.find(personKey(context)))?.ticket.email;
}
