import type { Answer } from './answer';
import type { EntryId } from './entry';
import type { Language } from './language';

/** Something to click. Clicking equals typing `value`: the title, or a shorter one for a small button. */
export interface Choice {
  readonly title: string;
  readonly value: string;
  /** Leaves the list instead of choosing from it: "something else", or whether an answer helped. */
  readonly wayOut?: boolean;
}

/** What the bot says, before a channel renders it. Plain text: channels add the mark-up. */
export type Reply = {
  readonly language: Language;
  /** Entry that the words belong to, where it isn't the one that was recognized: a ticket goes on whatever is written. */
  readonly entry?: EntryId;
} & (
  | { readonly type: 'text'; readonly text: string; readonly choices?: readonly Choice[] }
  /** A question with choices that must stay readable without buttons: channels number them. */
  | { readonly type: 'question'; readonly text: string; readonly choices: readonly Choice[] }
  | {
      readonly type: 'answer';
      readonly answer: Answer;
      /** Words around the answer, in its language. */
      readonly labels: AnswerLabels;
      readonly choices: readonly Choice[];
      /** Id by which the answer is rated. */
      readonly id: string;
    }
);

/** Whether an answer helped, said with the channel's own means instead of words. */
export interface Rating {
  /** Id of the answer, or of the message that showed it. */
  readonly of: string;
  readonly helped: boolean;
  readonly comment?: string;
}

/** Headings that a rendered answer needs. */
export interface AnswerLabels {
  readonly example: string;
  readonly readMore: string;
  /** Absent where it isn't asked. */
  readonly didThisHelp?: string;
}
