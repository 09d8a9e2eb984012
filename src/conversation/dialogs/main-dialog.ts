import {
  ComponentDialog,
  Dialog,
  DialogTurnStatus,
  type DialogContext,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { says, type PromptWords } from '../match-choice';
import type { Responses } from '../responses/responses';
import { turnOf, type Turn } from '../turn';
import { ChoiceDialog, type Offer, type Outcome } from './choice-dialog';

const CHOICE = 'choice';

/** The root of every conversation: an open choice first, then what the message itself says. */
export class MainDialog extends ComponentDialog {
  constructor(
    id: string,
    private readonly responses: Responses,
    private readonly words: PromptWords,
  ) {
    super(id);
    this.addDialog(new ChoiceDialog(CHOICE, words));
  }

  protected override onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#take(inner);
  }

  protected override onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#take(inner);
  }

  async #take(inner: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(inner.context);
    const offer = await this.#reply(inner, turn);
    await inner.cancelAllDialogs();
    if (offer !== undefined) await inner.beginDialog(CHOICE, offer);
    return Dialog.EndOfTurn;
  }

  async #reply(inner: DialogContext, turn: Turn): Promise<Offer | undefined> {
    const open = inner.activeDialog !== undefined;
    if (says(turn.utterance, this.words.cancel)) return this.responses.cancel(turn, open);
    if (open) {
      const { status, result } = (await inner.continueDialog()) as DialogTurnResult<Outcome>;
      if (status === DialogTurnStatus.complete && result && result.type !== 'unmatched')
        return this.#settle(turn, result);
    }
    const titled = this.responses.titles.find(turn.utterance, turn.language);
    if (titled === undefined) return this.#respondToParts(turn);
    return 'topic' in titled
      ? this.responses.topic(turn, titled.topic)
      : this.responses.entry(turn, titled.entry);
  }

  #settle(
    turn: Turn,
    outcome: Exclude<Outcome, { type: 'unmatched' }>,
  ): Promise<Offer | undefined> {
    const { responses } = this;
    switch (outcome.type) {
      case 'entry':
        return responses.entry(turn, outcome.entry);
      case 'topic':
        return responses.topic(turn, outcome.topic);
      case 'item':
        return responses.item(turn, outcome.entry, outcome.item);
      case 'date':
        return responses.date(turn, outcome.entry, outcome.date);
      case 'helped':
        return responses.feedback(turn, outcome.helped);
      case 'none':
        return responses.none(turn);
    }
  }

  /** Each part in the order asked; only what the last one offers is waited for. */
  async #respondToParts(turn: Turn): Promise<Offer | undefined> {
    let offer: Offer | undefined;
    for (const recognized of turn.recognition.parts)
      offer = await this.responses.to(turn, recognized);
    return offer;
  }
}
