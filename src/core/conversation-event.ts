import type { EntryId } from './entry';
import type { Language } from './language';
import type { ScoredIntent } from './recognition';
import type { EscalationReason } from './ticket';

/** Who said something where, and when. */
export interface EventHead {
  /** Unique; the same thing that is told twice has the same id. */
  readonly id: string;
  /** ISO 8601 instant in UTC, with milliseconds. */
  readonly at: string;
  /** The channel's id of the conversation. */
  readonly conversation: string;
  /** See {@link personKey}. */
  readonly person: string;
  readonly channel: string;
  readonly language: Language;
}

/** What has happened in a conversation, as far as it bears on how the conversation ends. */
export type ConversationEvent = EventHead &
  (
    | { readonly type: 'answered'; readonly entry: EntryId }
    /** Asked back which entry is meant. */
    | { readonly type: 'clarified' }
    /** Had no answer. The question is redacted. */
    | {
        readonly type: 'missed';
        readonly question: string;
        readonly candidates: readonly ScoredIntent[];
      }
    /** Greetings, thanks and other things that are no question. */
    | { readonly type: 'served'; readonly entry: EntryId }
    | { readonly type: 'person-asked'; readonly about?: EntryId | undefined }
    /** Said or marked whether an answer helped; `answer` is the id of its `answered` event. */
    | { readonly type: 'rated'; readonly answer: string; readonly helped: boolean }
    /** Redacted words on an answer. */
    | { readonly type: 'commented'; readonly answer: string; readonly comment: string }
    | {
        readonly type: 'ticketed';
        readonly ticket: number;
        readonly about?: EntryId | undefined;
        /** Why; absent in what was noted before reasons were. */
        readonly reason?: EscalationReason | undefined;
      }
  );
