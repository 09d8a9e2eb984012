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

/** A short table; each row has a cell for each column, the first of which names it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The company's own facts below an answer: as sentences, and as a table for cards and for what sentences can't tell. */
export interface AccountFacts {
  readonly heading: string;
  /** The verdict first; of many items, only how many there are. */
  readonly lines: readonly string[];
  /** What neither a verdict nor a table tells: who has the seats, how many items aren't shown. */
  readonly details: readonly string[];
  /** A row for each item; absent where there is none. */
  readonly table?: Table;
  /** Whether there are more items than sentences can tell, so that text shows the table too. */
  readonly isLong: boolean;
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
  /** The rule behind the company's own facts, where they are the answer. */
  readonly general?: string;
  readonly links: readonly Link[];
  readonly related: readonly RelatedQuestion[];
  /** Discreet line with source and date; absent for conversation services. */
  readonly source?: string;
}
