import type { EntryId } from '../../core/entry';
import type { ConversationOutcome } from '../../core/outcome';

/** Conversations by how they ended. */
export type OutcomeCounts = Readonly<Record<ConversationOutcome, number>>;

/** One group of conversations: a day, a language, a channel or an entry. */
export interface ReportGroup {
  readonly name: string;
  readonly outcomes: OutcomeCounts;
}

/** What was said of the answers of an entry. */
export interface EntryReport {
  readonly entry: EntryId;
  readonly shown: number;
  readonly helped: number;
  readonly unhelpful: number;
  /** Conversations in which it was shown. */
  readonly outcomes: OutcomeCounts;
}

/** What someone wrote about an answer, redacted. */
export interface AnswerComment {
  readonly entry: EntryId;
  readonly language: string;
  readonly at: string;
  readonly helped: boolean | null;
  readonly comment: string;
}

/** How conversations that began within a range of days ended. */
export interface Report {
  readonly outcomes: OutcomeCounts;
  readonly byDay: readonly ReportGroup[];
  readonly byLanguage: readonly ReportGroup[];
  readonly byChannel: readonly ReportGroup[];
  /** The most shown first. */
  readonly byEntry: readonly EntryReport[];
  /** Latest first. */
  readonly comments: readonly AnswerComment[];
}

export const NO_OUTCOMES: OutcomeCounts = {
  confirmed: 0,
  assumed: 0,
  escalated: 0,
  abandoned: 0,
  'not-counted': 0,
  open: 0,
};
