import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog';
import { Dialog, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import type { Rating } from '../../core/reply';
import { ticketName } from '../../core/ticket';
import { cancels, says, type PromptWords } from '../match-choice';
import type { Memory } from '../memory';
import type { Responses } from '../responses/responses';
import type { TicketStatusResponse } from '../responses/ticket-status-response';
import type { TicketWords } from '../ticket-words';
import { turnOf, type Turn } from '../turn';
import type { Interruption } from '../interruption';
import { ChoiceDialog, type Next, type Outcome } from './choice-dialog';
import { TicketDialog, type TicketDialogParts } from './ticket-dialog';

const CHOICE = 'choice';
const TICKET = 'ticket';

/** What the root dialog is made of. */
export interface MainDialogParts {
  readonly responses: Responses;
  readonly memory: Memory;
  readonly prompts: PromptWords;
  readonly ticketWords: TicketWords;
  readonly ticketStatus: TicketStatusResponse;
  readonly interruption: Interruption;
  readonly ticket: Omit<TicketDialogParts, 'answer' | 'prompts' | 'interruption' | 'memory'>;
}

/** The root of every conversation: an open choice first, then what the message itself says. */
export class MainDialog extends ComponentDialog {
  constructor(
    id: string,
    private readonly parts: MainDialogParts,
  ) {
    super(id);
    this.addDialog(new ChoiceDialog(CHOICE, parts.prompts));
    const answer = (turn: Turn) => this.#answer(turn);
    this.addDialog(new TicketDialog(TICKET, { ...parts, ...parts.ticket, answer }));
  }

  protected override onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#take(inner);
  }

  protected override onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.#take(inner);
  }

  async #take(inner: DialogContext): Promise<DialogTurnResult> {
    const isTicket = inner.activeDialog?.id === TICKET;
    const turn = turnOf(inner.context);
    if (turn.rating !== undefined) return this.#rate(inner, turn, turn.rating);
    const next = await (isTicket ? this.#goOn(inner) : this.#reply(inner, turn));
    if (next === 'waiting') return Dialog.EndOfTurn;
    return this.#await(inner, next);
  }

  /** Waits for what comes next, and for nothing else. */
  async #await(inner: DialogContext, next: Next | undefined): Promise<DialogTurnResult> {
    await inner.cancelAllDialogs();
    if (next !== undefined && 'ticket' in next)
      await inner.beginDialog(TICKET, { reason: next.ticket });
    else if (next !== undefined) await inner.beginDialog(CHOICE, next);
    return Dialog.EndOfTurn;
  }

  /** Takes the rating of an answer that was shown here; it never gets in the way of a ticket that is being written. */
  async #rate(inner: DialogContext, turn: Turn, rating: Rating): Promise<DialogTurnResult> {
    const { memory, responses } = this.parts;
    const { answers = [] } = await memory.conversation(turn.context);
    const rated = answers.find(({ id, message }) => [id, message].includes(rating.of));
    if (rated === undefined) return Dialog.EndOfTurn;
    const isTicket = inner.activeDialog?.id === TICKET;
    if (isTicket || rating.comment !== undefined) {
      await responses.feedback.note(turn, rated.id, rating);
      return Dialog.EndOfTurn;
    }
    return this.#await(inner, await responses.feedback.rate(turn, rated.id, rating.helped));
  }

  /** Goes on with the ticket; gives what comes after it once it has ended. */
  async #goOn(inner: DialogContext): Promise<Next | 'waiting' | undefined> {
    const { status, result } = (await inner.continueDialog()) as DialogTurnResult<Next | undefined>;
    return status === DialogTurnStatus.waiting ? 'waiting' : result;
  }

  async #reply(inner: DialogContext, turn: Turn): Promise<Next | undefined> {
    const { responses, prompts } = this.parts;
    const open = inner.activeDialog !== undefined;
    if (isCancelled(turn, prompts)) return responses.cancel(turn, open);
    const rating = await this.#rating(turn);
    if (rating !== undefined) return responses.feedback.rate(turn, rating.answer, rating.helped);
    if (open) {
      const { status, result } = (await inner.continueDialog()) as DialogTurnResult<Outcome>;
      if (status === DialogTurnStatus.complete && result && result.type !== 'unmatched')
        return this.#settle(turn, result);
    }
    return this.#answer(turn);
  }

  /** Answers what a message says by itself, whatever was open. */
  async #answer(turn: Turn): Promise<Next | undefined> {
    const { responses, ticketStatus } = this.parts;
    if (ticketStatus.isAsked(turn)) return ticketStatus.say(turn);
    const titled = responses.titles.find(turn.utterance, turn.language);
    if (titled === undefined) return this.#respondToParts(turn);
    return 'topic' in titled
      ? responses.topic(turn, titled.topic)
      : responses.entry(turn, titled.entry);
  }

  /** Plain words about the answer shown last count at any time; they are how people change their mind. */
  async #rating({ utterance, context }: Turn) {
    const { memory, ticketWords } = this.parts;
    const { answer } = await memory.conversation(context);
    const helped = says(utterance, ticketWords.helped);
    if (answer === undefined || !(helped || says(utterance, ticketWords.unhelpful)))
      return undefined;
    return { answer: answer.id, helped };
  }

  #settle(turn: Turn, outcome: Exclude<Outcome, { type: 'unmatched' }>): Promise<Next | undefined> {
    const { responses } = this.parts;
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
        return responses.feedback.rate(turn, outcome.answer, outcome.helped);
      case 'comment':
        return responses.feedback.askComment(turn, outcome.answer);
      case 'commented':
        return this.parts.interruption.isQuestion(turn)
          ? this.#answer(turn)
          : responses.feedback.keepComment(turn, outcome.answer);
      case 'no-comment':
        return responses.say(turn, 'ticket:comment.skipped');
      case 'ticket':
        return Promise.resolve({ ticket: outcome.reason });
      case 'no-ticket':
        return responses.say(turn, 'ticket:offer.declined');
      case 'sent-again':
        return responses.say(turn, 'ticket:sent.again', {
          number: ticketName({ number: outcome.ticket }),
        });
      case 'none':
        return responses.none(turn);
    }
  }

  /** Each part in the order asked; only what comes after the last one is waited for. */
  async #respondToParts(turn: Turn): Promise<Next | undefined> {
    let next: Next | undefined;
    for (const recognized of turn.recognition.parts)
      next = await this.parts.responses.to(turn, recognized);
    return next;
  }
}

/** "Cancel", by itself or in the first sentence of a message that asks for nothing else. */
function isCancelled({ utterance, recognition }: Turn, prompts: PromptWords): boolean {
  if (says(utterance, prompts.cancel)) return true;
  const [first = ''] = utterance.split(/[.!?\n]/);
  const isAnswerable = recognition.parts.some(({ decision }) => decision === 'answer');
  if (isAnswerable) return false;
  return (
    cancels(utterance, prompts) || first.split(',').some((clause) => says(clause, prompts.cancel))
  );
}
