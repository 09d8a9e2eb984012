import { beginningOf } from '../core/beginning-of';
import { oneLine } from '../core/one-line';
import type { ScoredIntent } from '../core/recognition';
import type { EscalationReason } from '../core/ticket';

/** What of a ticket a person is asked for; `send` shows it all, `field` asks which part to change. */
export type TicketAsk = 'subject' | 'details' | 'email' | 'send' | 'field' | 'drop';

/** The parts of a ticket that a person fills in. */
export type TicketField = 'subject' | 'details' | 'email';

/** A ticket as far as it has come; plain JSON, redacted but for the e-mail address. */
export interface TicketForm {
  /** Idempotency key of the ticket. */
  readonly key: string;
  readonly reason: EscalationReason;
  readonly asks: TicketAsk;
  readonly subject?: string | undefined;
  /** Empty when there is nothing to add. */
  readonly details?: string | undefined;
  /** Null when the person goes without. */
  readonly email?: string | null | undefined;
  /** The address given for their last ticket: it is taken over, and said to be, until they change it. */
  readonly lastEmail?: string | undefined;
  /** What the subject may be about, best first; other questions may be asked before the ticket is sent. */
  readonly candidates?: readonly ScoredIntent[] | undefined;
}

/** What a reply to the form does. */
export type TicketEffect =
  | 'send'
  | 'change'
  | 'cancel'
  | 'nothing'
  | 'withoutEmail'
  | TicketField
  | 'back'
  | 'drop'
  | 'keep';

/** What choosing does where the form asks; in the order shown. */
export const TICKET_CHOICES: Readonly<Record<TicketAsk, readonly TicketEffect[]>> = {
  subject: [],
  details: ['nothing'],
  email: ['withoutEmail'],
  send: ['send', 'change', 'cancel'],
  field: ['subject', 'details', 'email', 'back'],
  drop: ['drop', 'keep'],
};

const LONGEST_SUBJECT = 100;
const LONGEST_DETAILS = 4000;

/** The form once a part is filled in, asking for the next that is missing. */
export function fillIn(form: TicketForm, filled: Partial<TicketForm>): TicketForm {
  const next = { ...form, ...filled };
  const missing = (['subject', 'details', 'email'] as const).find(
    (field) => next[field] === undefined,
  );
  return { ...next, asks: missing ?? 'send' };
}

/** Fills in the subject; what is too long for one becomes the details as well, unless there are some. */
export function fillInSubject(form: TicketForm, text: string): TicketForm {
  const subject = shorten(oneLine(text), LONGEST_SUBJECT);
  const isWhole = subject === oneLine(text);
  const details = form.details ?? (isWhole ? undefined : shorten(text.trim(), LONGEST_DETAILS));
  return fillIn(form, { subject, details });
}

/** Whether a text can't be a subject as it is. */
export function isTooLongForSubject(text: string): boolean {
  return oneLine(text).length > LONGEST_SUBJECT;
}

/** Fills in what a long text is about as the subject, and the text itself as the details. */
export function fillInSummary(
  form: TicketForm,
  { text, phrases }: { readonly text: string; readonly phrases: readonly string[] },
): TicketForm {
  const subject = shorten(phrases.join(', '), LONGEST_SUBJECT);
  return fillIn(form, { subject, details: shorten(text.trim(), LONGEST_DETAILS) });
}

export function fillInDetails(form: TicketForm, text: string): TicketForm {
  return fillIn(form, { details: shorten(text.trim(), LONGEST_DETAILS) });
}

/** Adds to the details what a person writes when the ticket is shown. */
export function addDetails(form: TicketForm, text: string): TicketForm {
  const parts = [form.details ?? '', text.trim()].filter((part) => part !== '');
  return fillInDetails(form, parts.join('\n'));
}

/** A text of at most `length` characters, cut at a word. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = beginningOf(text, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : undefined)}…`;
}
