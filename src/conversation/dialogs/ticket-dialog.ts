import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { Dialog, type DialogReason } from 'botbuilder-dialogs/lib/dialog';
import type { EscalationReason } from '../../core/ticket';
import type { Interruption } from '../interruption';
import { pointAt, type PromptWords } from '../match-choice';
import type { Memory } from '../memory';
import { quietly } from '../quietly';
import type { Recorder } from '../recorder';
import { startTicketForm } from '../start-ticket-form';
import type { SupportSide } from '../support-side';
import { TICKET_ENTRY } from '../ticket-entry';
import type { TicketForm } from '../ticket-form';
import type { TicketNote, TicketPrompter } from '../ticket-prompter';
import type { TicketReader, TicketReading } from '../ticket-reader';
import type { TicketSender } from '../ticket-sender';
import { turnOf, type Turn } from '../turn';
import type { Next, Offer, Outcome, Settled } from './choice-dialog';

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
  readonly answer: Reply;
  /** Goes on with what was chosen where such a question had to be asked back about. */
  readonly settle: (turn: Turn, outcome: Settled) => Promise<Next | undefined>;
  /** Id of the dialog that waits for that choice. */
  readonly choice: string;
}

type Reply = (turn: Turn) => Promise<Next | undefined>;

/** What is chosen where a question is asked back about, unlike what is merely offered after an answer. */
const MEANT = new Set<Outcome['type']>(['entry', 'item', 'date', 'none']);

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
    return this.#ask(context, turn, await startTicketForm(turn, { ...this.parts, reason }));
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
        return this.#takeOther(context, turn, { ...reading, form: reading.filled ?? form });
    }
  }

  /** What a question in between meant was chosen, or not. */
  override async resumeDialog(
    context: DialogContext,
    _reason: DialogReason,
    outcome: Outcome,
  ): Promise<DialogTurnResult> {
    if (outcome.type === 'unmatched') return this.continueDialog(context);
    const { form } = context.activeDialog?.state as { form: TicketForm };
    const turn = turnOf(context.context);
    if (outcome.type === 'none') return this.#ask(context, turn, form, 'noAnswer');
    return this.#answerBetween(context, form, (quiet) => this.parts.settle(quiet, outcome));
  }

  /** Where free text is asked for, a question of its own isn't taken for it: as a subject it is that as well. */
  async #read(turn: Turn, form: TicketForm): Promise<TicketReading> {
    const { support, prompts, reader, prompter, interruption } = this.parts;
    const chosen = pointAt(turn.utterance, prompter.choices(turn, form), prompts)?.effect;
    const redacted = await support.redactor.redact(turn.utterance);
    const candidates = turn.recognition.parts[0]?.intents ?? [];
    const reading = reader.read(form, { raw: turn.utterance, redacted, candidates, chosen });
    const { asks } = form;
    const isFreeText = (asks === 'subject' || asks === 'details') && form[asks] === undefined;
    if (reading.type !== 'go-on' || chosen !== undefined || !isFreeText) return reading;
    if (!interruption.isQuestion(turn) && !interruption.isDoubtful(turn)) return reading;
    return { type: 'other', ...(asks === 'subject' && { filled: reading.form }) };
  }

  /** A question in between, more for the details, or something that wasn't understood. */
  async #takeOther(
    context: DialogContext,
    turn: Turn,
    { form, added }: { readonly form: TicketForm; readonly added?: TicketForm },
  ): Promise<DialogTurnResult> {
    const { interruption, answer } = this.parts;
    const interrupts = added === undefined ? 'isAnswerable' : 'isQuestion';
    if (interruption[interrupts](turn) || interruption.isDoubtful(turn))
      return this.#answerBetween(context, form, answer);
    if (added !== undefined) return this.#ask(context, turn, added, 'added');
    if (!interruption.asks(turn)) return this.#ask(context, turn, form, 'unclear');
    await this.#noteMissed(turn);
    return this.#ask(context, turn, form, 'noAnswer');
  }

  /** Answers a question and goes on; if it must be asked back about, once that is settled. */
  async #answerBetween(
    context: DialogContext,
    form: TicketForm,
    reply: Reply,
  ): Promise<DialogTurnResult> {
    const turn = turnOf(context.context);
    await this.#keep(context, form);
    const next = await reply(quietly(turn));
    return asksBack(next)
      ? context.beginDialog(this.parts.choice, next)
      : this.#ask(context, turn, form, 'back');
  }

  async #ask(
    context: DialogContext,
    turn: Turn,
    form: TicketForm,
    note?: TicketNote,
  ): Promise<DialogTurnResult> {
    await this.#keep(context, form);
    await this.parts.prompter.ask(turn, form, note);
    return Dialog.EndOfTurn;
  }

  /** Keeps the form for the next message. */
  async #keep(context: DialogContext, form: TicketForm): Promise<void> {
    const state = context.activeDialog?.state as { form?: TicketForm };
    if (state.form === form) return;
    state.form = form;
    await this.parts.memory.keepsWords(context.context);
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

  async #noteMissed(turn: Turn): Promise<void> {
    const [part] = turn.recognition.parts;
    if (part === undefined) return;
    await this.parts.recorder.asked(turn, part);
    await this.parts.recorder.missed(turn);
  }
}

function asksBack(next: Next | undefined): next is Offer {
  return (
    next !== undefined &&
    'choices' in next &&
    next.choices.every(({ outcome }) => MEANT.has(outcome.type))
  );
}
