import type { ConversationEvent } from './conversation-event';
import type { TranscriptLine } from './ticket';
import type { UnansweredQuestion } from './unanswered-question';

/** A document of what is remembered, as JSON. */
export interface StateDocument {
  readonly key: string;
  readonly document: string;
  /** Of the document that it replaces: refused when another is stored by now. Without it, whatever is stored is replaced. */
  readonly replaces?: string | undefined;
  /** ISO 8601 instant from which it ages: that of the words in it. Without it, it is as old as its last change. */
  readonly at?: string | undefined;
}

/** What was said in a turn, redacted. */
export interface TurnLines {
  /** Key of the conversation's document. */
  readonly conversation: string;
  /** How many turns there were before it; the lines of a turn that is run again replace its own. */
  readonly turn: number;
  readonly lines: readonly TranscriptLine[];
}

/** Where a person can be written to in private. */
export interface PersonReference {
  /** See {@link personKeyOf}. */
  readonly person: string;
  /** JSON of the channel's own. */
  readonly reference: string;
}

/** What a turn leaves behind besides its words. */
export interface TurnRecord {
  readonly documents: readonly StateDocument[];
  readonly said?: TurnLines | undefined;
  /** Replaces what was known of the person before. */
  readonly reference?: PersonReference | undefined;
  /** An event that was noted already changes nothing. */
  readonly events: readonly ConversationEvent[];
  /** Questions that found no answer; one that waits already changes nothing. */
  readonly unanswered: readonly UnansweredQuestion[];
  /** Ids of questions that found their answer after all; what a supporter has settled stays settled. */
  readonly withdrawn: readonly string[];
}

/** Port: where is kept what turns leave behind? */
export interface TurnRecords {
  /** The documents of two keys; none for a key that has none. */
  read(keys: readonly [string, string]): Promise<readonly StoredDocument[]>;
  /** The last lines said in a conversation from an instant (ISO 8601) on, oldest first, by the key of its document. */
  linesSince(conversation: string, instant: string): Promise<readonly TranscriptLine[]>;
  /** Keeps all of it or nothing. Rejects with a `StorageError` when a document was changed by another turn. */
  keep(record: TurnRecord): Promise<void>;
}

/** A document as it is stored. */
export interface StoredDocument {
  readonly key: string;
  readonly document: string;
  /** Names just this state of the document. */
  readonly etag: string;
}

/** Takes a turn's record and keeps it together with what the turn said. */
export type TakeRecord = (record: TurnRecord) => void;

/** Key of a {@link TakeRecord} in a turn's state, where whoever runs the turn keeps what it said. */
export const TAKE_RECORD = Symbol('take record');
