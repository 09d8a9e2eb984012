import type { EntryId } from './entry';
import type { Language } from './language';

/** A labelled address, already in the answer's language. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A question that can be asked next, in full and in the few words of a button. */
export interface RelatedQuestion {
  readonly entry: EntryId;
  readonly title: string;
  readonly short: string;
}

/** The company's own facts below an authored answer: lines of text, or rows of a short table. */
export interface AccountFacts {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  /** When the facts were true, in the person's words ("as of 3 May 2026, 14:05"). */
  readonly asOf: string;
}

/** Channel-neutral answer to one question. Plain text throughout: channels add the mark-up. */
export interface Answer {
  readonly entry: EntryId;
  readonly language: Language;
  readonly title: string;
  /** The answer in one sentence, first. */
  readonly verdict: string;
  /** The rule worked out with what the person told, in sentences. */
  readonly worked?: readonly string[];
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
  readonly example?: string;
  readonly note?: string;
  readonly account?: AccountFacts;
  readonly links: readonly Link[];
  readonly related: readonly RelatedQuestion[];
  /** Discreet line with source and date; absent for conversation services. */
  readonly source?: string;
}
