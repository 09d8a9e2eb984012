import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { EntryId } from '../../core/entry';
import type { DayOrPeriod } from '../../core/period';
import type { Choice } from '../../core/reply';
import type { EscalationReason } from '../../core/ticket';
import { called, isOrdinal, nameOne, pointAt, says, type PromptWords } from '../match-choice';
import { completesDate } from '../completes-date';
import { turnOf, type Turn } from '../turn';

/** What a person settled by choosing. */
export type Outcome =
  | { readonly type: 'entry'; readonly entry: EntryId }
  | { readonly type: 'topic'; readonly topic: string }
  /** One of several items of the account. */
  | { readonly type: 'item'; readonly entry: EntryId; readonly item: string }
  /** One of several readings of a date or period. */
  | { readonly type: 'date'; readonly entry: EntryId; readonly date: DayOrPeriod }
  /** The day that was asked for. */
  | { readonly type: 'told'; readonly entry: EntryId }
  /** `answer` is the id of the answer that is rated. */
  | { readonly type: 'helped'; readonly helped: boolean; readonly answer: string }
  | { readonly type: 'ticket'; readonly reason: EscalationReason }
  | { readonly type: 'no-ticket' }
  /** "Yes, send it" once more. */
  | { readonly type: 'sent-again'; readonly ticket: number }
  /** Which ticket something shall be added to, the words empty where they are still to come; that what comes is that. */
  | { readonly type: 'add-to'; readonly ticket: number; readonly text: string }
  | { readonly type: 'adding'; readonly ticket: number }
  | { readonly type: 'nothing-added' }
  | { readonly type: 'comment' | 'commented'; readonly answer: string }
  | { readonly type: 'no-comment' }
  | { readonly type: 'none' }
  /** The message chooses nothing: it is a question of its own. */
  | { readonly type: 'unmatched' };

/** What was chosen from what was offered. */
export type Settled = Exclude<Outcome, { type: 'unmatched' }>;

/** A choice with what choosing it means. */
export interface OfferedChoice extends Choice {
  readonly outcome: Outcome;
}

/** What was offered; kept in the conversation's state, so plain JSON. */
export interface Offer {
  readonly choices: readonly OfferedChoice[];
  /** What "yes", "no" and "none of these" mean here; absent where they mean nothing. */
  readonly yes?: Outcome;
  readonly no?: Outcome;
  /** What a date, or part of one, means where that is what was lacking. */
  readonly told?: { readonly lacking: 'day' | 'year'; readonly outcome: Outcome };
  /** Whether words of a title choose it; off where a new question is as likely as a choice. */
  readonly byWords: boolean;
  /** Set where "the second one" is a row of what was shown, no choice. */
  readonly hasRows?: boolean;
  /** What anything else that is no question means. */
  readonly otherwise?: Outcome;
}

/** What comes next: something to choose from, or a ticket to fill in. */
export type Next = Offer | { readonly ticket: EscalationReason };

/** Waits for a choice that was offered; says nothing itself. Ends with an {@link Outcome}. */
export class ChoiceDialog extends Dialog {
  constructor(
    id: string,
    private readonly words: PromptWords,
  ) {
    super(id);
  }

  override beginDialog(context: DialogContext, offer: Offer): Promise<DialogTurnResult> {
    const state = context.activeDialog?.state as { offer?: Offer };
    state.offer = offer;
    return Promise.resolve(Dialog.EndOfTurn);
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const { offer } = context.activeDialog?.state as { offer: Offer };
    return context.endDialog(this.settle(turnOf(context.context), offer));
  }

  /** What a message chooses. Yes and no before words of a title: "no help" declines, whatever titles speak of help. */
  settle(turn: Turn, { choices, yes, no, told, byWords, hasRows, otherwise }: Offer): Outcome {
    const { words } = this;
    const { utterance } = turn;
    // No number points at a choice where it may be a day.
    if (told !== undefined && completesDate(turn, told.lacking)) return told.outcome;
    // "In three?" after an answer asks on; only a title is sure to choose.
    const isOfRows = hasRows === true && !/\d/.test(utterance) && isOrdinal(utterance, words);
    if (isOfRows || (!byWords && utterance.trim().endsWith('?')))
      return called(utterance, choices)?.outcome ?? otherwise ?? { type: 'unmatched' };
    const chosen = pointAt(utterance, choices, words);
    if (chosen !== undefined) return chosen.outcome;
    if (yes !== undefined && says(utterance, words.yes)) return yes;
    if (no !== undefined && says(utterance, [...words.no, ...words.noneOfThese])) return no;
    const named = byWords ? nameOne(utterance, choices, words) : undefined;
    return named?.outcome ?? otherwise ?? { type: 'unmatched' };
  }
}
