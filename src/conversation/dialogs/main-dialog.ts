import {
  ComponentDialog,
  Dialog,
  DialogTurnStatus,
  type DialogContext,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
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
      : this.#answerEntry(turn, titled.entry);
  }

  #settle(
    turn: Turn,
    outcome: Exclude<Outcome, { type: 'unmatched' }>,
  ): Promise<Offer | undefined> {
    switch (outcome.type) {
      case 'entry':
        return this.#answerEntry(turn, outcome.entry);
      case 'topic':
        return this.responses.topic(turn, outcome.topic);
      case 'helped':
        return this.responses.feedback(turn, outcome.helped);
      case 'none':
        return this.responses.to(turn, { ...part(turn, []), decision: 'fallback' });
    }
  }

  /** An entry that was chosen, not recognized: certain. */
  #answerEntry(turn: Turn, entry: EntryId): Promise<Offer | undefined> {
    return this.responses.to(turn, part(turn, [{ intent: entry, score: 1 }]));
  }

  /** Each part in the order asked; only what the last one offers is waited for. */
  async #respondToParts(turn: Turn): Promise<Offer | undefined> {
    let offer: Offer | undefined;
    for (const recognized of turn.recognition.parts)
      offer = await this.responses.to(turn, recognized);
    return offer;
  }
}

function part(turn: Turn, intents: RecognizedPart['intents']): RecognizedPart {
  return { text: turn.utterance, decision: 'answer', intents, entities: [] };
}
