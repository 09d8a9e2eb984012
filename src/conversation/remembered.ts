import type { DialogState } from 'botbuilder-dialogs';
import type { StatedBasis } from '../accounts/presentation';
import type { AccountView } from '../core/account';
import type { EntryId } from '../core/entry';
import type { Language } from '../core/language';
import type { Entity, ScoredIntent } from '../core/recognition';

/** What is remembered of a person, over all conversations of a channel. */
export interface PersonMemory {
  /** Language of the last message. */
  language?: Language;
  /** Language asked for in so many words. */
  asked?: Language;
}

/** A question as it was asked, redacted. */
export interface AskedQuestion {
  /** Absent where nothing can be learnt from it. */
  readonly id?: string;
  readonly text: string;
  /** What it may have been about, best first. */
  readonly candidates: readonly ScoredIntent[];
  /** Version of the model and of the content that it was recognized with. */
  readonly version: string;
  /** Set while the bot waits to be told which entry is meant. */
  isOpen?: boolean;
}

/** A question that was answered: what a follow-up leans on. */
export interface AnsweredQuestion {
  /** Its entry. */
  readonly previous: EntryId | undefined;
  /** In the person's own words, redacted. */
  readonly previousText: string | undefined;
}

/** What is remembered of a conversation. */
export interface ConversationMemory {
  /** ISO 8601 instant of the last words that are remembered here or in a ticket that is being written: see `forgetWords`. */
  wordsAt?: string;
  /** Entry answered last: what an elliptic follow-up is about. */
  previous?: EntryId;
  /** What the person wrote then, or asked since without getting an answer, redacted. */
  previousText?: string;
  /** The question that was asked back about last, unless it holds something to redact: whatever entry is chosen answers it. */
  pending?: { readonly text: string; readonly entities: readonly Entity[] };
  /** The FAQ entry whose answer was shown last. */
  shown?: EntryId;
  /** The language of that answer while nothing else has been said since, but for courtesies. */
  told?: Language;
  /** The questions of the last message that asked several. */
  together?: readonly AnsweredQuestion[];
  /** Whether the person knows that the own account is seen after signing in. */
  toldToSignIn?: boolean;
  /** The entry of several on the same subject, such as two memberships, that was spoken of last. */
  focus?: EntryId;
  /** Messages in a row that found no answer. */
  misses: number;
  /** The item of the account that the conversation is about, in which view. */
  chosen?: { readonly view: AccountView; readonly item: string };
  /** The items of it that were shown together last, in that order. */
  listed?: { readonly view: AccountView; readonly items: readonly string[] };
  /** Dates and numbers that the person has told, for questions that lean on them, and how many answers ago. */
  basis?: { told: StatedBasis; age: number };
  /** The last question; forgotten once an answer has helped. */
  question?: AskedQuestion;
  /** The answer shown last: its entry, the question that it answers, and the id by which it is rated. */
  answer?:
    { readonly id: string; readonly entry: EntryId; readonly question?: AskedQuestion } | undefined;
  /** The answers of late, with the id of the message that showed each, so that any of them can be rated. */
  answers?: readonly { readonly id: string; readonly message?: string | undefined }[] | undefined;
  /** Whether the bot has said what it is for; forgotten when it is removed. */
  welcomed?: boolean | undefined;
  /** Activities answered last, so that none is answered twice. */
  seen?: readonly string[] | undefined;
  /** Ids of the bot's last messages by the message that they reply to. */
  replies?: readonly { readonly to: string; readonly ids: readonly string[] }[] | undefined;
  /** Turns in which something was said. */
  turns?: number | undefined;
}

/** All that is kept of a conversation in one document. */
export interface ConversationContent {
  conversation?: ConversationMemory;
  dialogs?: DialogState;
}
