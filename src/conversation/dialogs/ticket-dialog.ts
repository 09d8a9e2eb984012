import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { Language } from '../../core/language';
import type { EscalationReason } from '../../core/ticket';
import type { Interruption } from '../interruption';
import { pointAt, type PromptWords } from '../match-choice';
import type { Memory } from '../memory';
import type { Recorder } from '../recorder';
import type { SupportSide } from '../support-side';
import {
  fillIn,
  fillInSubject,
  fillInSummary,
  isTooLongForSubject,
  type TicketForm,
} from '../ticket-form';
import type { TicketNote, TicketPrompter } from '../ticket-prompter';
import type { TicketReader, TicketReading } from '../ticket-reader';
import type { TicketSender } from '../ticket-sender';
import { quietly } from '../quietly';
import { turnOf, type Turn } from '../turn';
import { TICKET_ENTRY } from '../ticket-entry';

export interface TicketDialogParts {
  readonly support: SupportSide;
  readonly memory: Memory;
  readonly recorder: Recorder;
  readonly prompts: PromptWords;
  readonly reader: TicketReader;
  readonly prompter: TicketPrompter;
  readonly sender: TicketSender;
  readonly interruption: Interruption;
  /** Answers a question that came in between. */
  readonly answer: (turn: Turn) => Promise<unknown>;
}

/**
 * Fills in a ticket with a person: asks only for what is missing, shows it all, sends it on a yes. A question in between
 * is answered and the ticket goes on; it can be changed and cancelled at any time. Ends with what comes next.
 */
export class TicketDialog extends Dialog {
  constructor(
    id: string,
    private readonly parts: TicketDialogParts,
  ) {
    super(id);
  }

  override async beginDialog(
    context: DialogContext,
    { reason }: { readonly reason: EscalationReason },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(context.context);
    const { support, memory } = this.parts;
    const { question } = await memory.conversation(turn.context);
    const email = await support.emailOf?.(turn.context);
    const empty: TicketForm = { key: support.newId(), reason, asks: 'subject', email };
    const form =
      question === undefined
        ? fillIn(empty, {})
        : await this.#startWith(empty, question.text, turn.language);
    return this.#ask(context, turn, form);
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const { form } = context.activeDialog?.state as { form: TicketForm };
    const turn = turnOf(context.context);
    const reading = await this.#read(turn, form);
    switch (reading.type) {
      case 'go-on':
        return this.#ask(context, turn, reading.form, reading.note);
      case 'send':
        return this.#send(context, turn, form);
      case 'cancel':
        await turn.say({ type: 'text', entry: TICKET_ENTRY, text: turn.t('ticket:cancelled') });
        return context.endDialog();
      case 'helped':
        await this.#noteHelped(turn);
        return this.#ask(context, turn, { ...form, asks: 'drop' });
      case 'other':
        return this.#takeOther(context, turn, { form, added: reading.added });
    }
  }

  /** The question is the subject; of a long one, what it is about. */
  async #startWith(form: TicketForm, text: string, language: Language): Promise<TicketForm> {
    const { keyPhrases } = this.parts.support;
    if (keyPhrases === undefined || !isTooLongForSubject(text)) return fillInSubject(form, text);
    const [phrases = []] = await keyPhrases.extract([text], language).catch(() => []);
    return phrases.length === 0
      ? fillInSubject(form, text)
      : fillInSummary(form, { text, phrases });
  }

  /** Where free text is asked for, a question of its own isn't taken for it. */
  async #read(turn: Turn, form: TicketForm): Promise<TicketReading> {
    const { support, prompts, reader, prompter, interruption } = this.parts;
    const chosen = pointAt(turn.utterance, prompter.choices(turn, form), prompts)?.effect;
    const redacted = await support.redactor.redact(turn.utterance);
    const reading = reader.read(form, { raw: turn.utterance, redacted, chosen });
    const isFreeText = form.asks === 'subject' || form.asks === 'details';
    const fills = isFreeText && reading.type === 'go-on' && chosen === undefined;
    return fills && interruption.isQuestion(turn) ? { type: 'other' } : reading;
  }

  /** A question in between, more for the details, or something that wasn't understood. */
  async #takeOther(
    context: DialogContext,
    turn: Turn,
    { form, added }: { form: TicketForm; added: TicketForm | undefined },
  ): Promise<DialogTurnResult> {
    const { interruption, answer } = this.parts;
    const interrupts = added === undefined ? 'isAnswerable' : 'isQuestion';
    if (interruption[interrupts](turn)) {
      await answer(quietly(turn));
      return this.#ask(context, turn, form, 'back');
    }
    if (added !== undefined) return this.#ask(context, turn, added, 'added');
    return this.#ask(context, turn, form, 'unclear');
  }

  async #ask(
    context: DialogContext,
    turn: Turn,
    form: TicketForm,
    note?: TicketNote,
  ): Promise<DialogTurnResult> {
    const state = context.activeDialog?.state as { form?: TicketForm };
    state.form = form;
    await this.parts.prompter.ask(turn, form, note);
    return Dialog.EndOfTurn;
  }

  async #send(context: DialogContext, turn: Turn, form: TicketForm): Promise<DialogTurnResult> {
    const number = await this.parts.sender.send(turn, form);
    if (number === undefined) return Dialog.EndOfTurn;
    const again = { type: 'sent-again', ticket: number } as const;
    const title = turn.t('ticket:choice.send');
    // A second click on "send" finds the ticket sent instead of asking what is meant.
    const choices = [{ title, value: title, outcome: again }];
    return context.endDialog({ choices, yes: again, byWords: false });
  }

  async #noteHelped(turn: Turn): Promise<void> {
    const { memory, recorder } = this.parts;
    const { answer } = await memory.conversation(turn.context);
    if (answer !== undefined) await recorder.rated(turn, answer.id, true);
  }
}
