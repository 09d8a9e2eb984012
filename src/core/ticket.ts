import type { Language } from './language';
import type { ScoredIntent } from './recognition';
import type { RedactedBy } from './redacted-by';

/** Where a ticket is; `waiting` means for an answer of the person. */
export const TICKET_STATUSES = ['open', 'in-progress', 'waiting', 'solved'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Whose ticket it is once its person has been erased. */
export const NOBODY = 'nobody';

/** Why a person shall take over: the bot had no answer, its answer didn't help, or it was asked for. */
export const ESCALATION_REASONS = ['missed', 'unhelpful', 'asked'] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** One line of a conversation, redacted. */
export interface TranscriptLine {
  readonly from: 'person' | 'bot';
  readonly text: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What the account backend said about the company, in the person's language. */
export interface AccountSnapshot {
  readonly company: string;
  readonly lines: readonly string[];
  /** When it was true, ISO 8601 instant. */
  readonly asOf: string;
}

/** What a supporter needs beside the person's own words. */
export interface TicketPacket {
  readonly reason: EscalationReason;
  readonly transcript: readonly TranscriptLine[];
  /** What the last question may have been about, best first. */
  readonly candidates: readonly ScoredIntent[];
  readonly account?: AccountSnapshot | undefined;
  /** Version of the model and of the content that it was trained on. */
  readonly contentVersion: string;
  /** Who hid private details in what the person wrote. */
  readonly redactedBy: RedactedBy;
}

/** A ticket that a person has agreed to send. Its words are redacted, except for the e-mail address given for it. */
export interface TicketDraft {
  /** Idempotency key: a draft is saved and delivered once, however often it is sent. */
  readonly key: string;
  readonly subject: string;
  /** Empty when the person had nothing to add. */
  readonly details: string;
  readonly email?: string | undefined;
  readonly language: Language;
  readonly channel: string;
  /** See `personKey`. */
  readonly person: string;
  readonly packet: TicketPacket;
  /** Address for messages to the person on their channel, as JSON of the channel's own. */
  readonly reference: string;
}

/** A ticket that was saved. */
export interface Ticket extends TicketDraft {
  readonly number: number;
  readonly status: TicketStatus;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a person adds to a ticket that they have sent, redacted. */
export interface TicketAddition {
  /** Idempotency key: it is kept and delivered once, however often it is sent. */
  readonly key: string;
  readonly text: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** What becomes of a ticket's status when its person adds to it: who was waited for has answered, what was solved isn't. */
export function statusOnceAdded(status: TicketStatus): TicketStatus {
  if (status === 'waiting') return 'in-progress';
  return status === 'solved' ? 'open' : status;
}

/** A ticket's number as people see it: `T-1042`. */
export function ticketName({ number }: Pick<Ticket, 'number'>): string {
  return `T-${number}`;
}

/** The number of a ticket named in a text, "T-1042", "t1042" or "#1042"; undefined when there is none. */
export function ticketNumberIn(text: string): number | undefined {
  const digits = /(?<![\p{L}\p{N}])(?:t ?-? ?|#)(\d{4,9})(?![\p{L}\p{N}])/iu.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
