import type { ScoredIntent } from './recognition';
import type { RedactedBy } from './redacted-by';

/** What was found out in the background about a question that found no answer. */
export interface SecondOpinion {
  readonly redactedBy: RedactedBy;
  /** What another classifier takes it for. */
  readonly suggestion?: ScoredIntent | undefined;
  /** What it is about, in a few words, the most telling first. */
  readonly phrases: readonly string[];
}
