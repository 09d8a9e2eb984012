import type { Language } from './language';
import type { ScoredIntent } from './recognition';
import type { SecondOpinion } from './second-opinion';

/** Why a question counts as unanswered, in so far as one of them came first. */
export const UNANSWERED_REASONS = [
  /** The bot said that it has no answer. */
  'missed',
  /** The bot asked which entry is meant, and nobody chose one. */
  'not-chosen',
  /** The answer didn't help. */
  'unhelpful',
  /** After the answer, the person asked for a person. */
  'asked',
] as const;
export type UnansweredReason = (typeof UNANSWERED_REASONS)[number];

/** A question that found no answer, as it waits for a supporter. */
export interface UnansweredQuestion {
  /** Unique; the same question that is told twice has the same id. */
  readonly id: string;
  /** ISO 8601 instant in UTC. */
  readonly at: string;
  readonly conversation: string;
  /** See `personKey`. */
  readonly person: string;
  readonly channel: string;
  readonly language: Language;
  /** What was asked, redacted. */
  readonly text: string;
  readonly reason: UnansweredReason;
  /** The entries that it was nearest to, best first. */
  readonly candidates: readonly ScoredIntent[];
  /** Version of the model and of the content that it was recognized with. */
  readonly contentVersion: string;
  /** Absent until there is one. */
  readonly secondOpinion?: SecondOpinion | undefined;
}
