import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogInstance, DialogTurnResult } from 'botbuilder-dialogs';
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Rating } from '../../core/reply';
import { ticketName } from '../../core/ticket';
import { cancels, says, type PromptWords } from '../match-choice';
import type { Memory } from '../memory';
import type { Responses } from '../responses/responses';
import type { TicketAdditionResponse } from '../responses/ticket-addition-response';
import type { TicketStatusResponse } from '../responses/ticket-status-response';
import type { TicketWords } from '../ticket-words';
import { turnOf, type Turn } from '../turn';
import type { Interruption } from '../interruption';
import { ChoiceDialog, type Next, type Offer, type Settled } from './choice-dialog';
import { TicketDialog, type TicketDialogParts } from './ticket-dialog';
import { usePlainScopes } from './use-plain-scopes';

const CHOICE = 'choice';
const TICKET = 'ticket';

/** What the root dialog is made of. */
export interface MainDialogParts {
  readonly responses: Responses;
  readonly memory: Memory;
  readonly prompts: PromptWords;
  readonly ticketWords: TicketWords;
  readonly ticketStatus: TicketStatusResponse;
  readonly ticketAddition: TicketAdditionResponse;
  readonly interruption: Interruption;
  readonly ticket: Pick<
    TicketDialogParts,
    'support' | 'recorder' | 'reader' | 'prompter' | 'sender'
  >;
}

/** The root of every conversation: an open choice first, then what the message itself says. */
export class MainDialog {
  readonly #dialogs: DialogSet;
  readonly #choice: ChoiceDialog;

  constructor(private readonly parts: MainDialogParts) {
    this.#choice = new ChoiceDialog(CHOICE, parts.prompts);
    this.#dialogs = new DialogSet(parts.memory.dialogs);
    this.#dialogs.add(this.#choice);
    this.#dialogs.add(
      new TicketDialog(TICKET, {
        ...{ ...parts, ...parts.ticket, choice: CHOICE },
        answer: (turn) => this.#answer(turn),
        settle: (turn, outcome) => this.#settle(turn, outcome),
      }),
    );
  }

  /** Answers what a person has said or marked. */
  async run(context: TurnContext): Promise<void> {
    const { dialogStack: stack } = await this.parts.memory.dialogs.get(context, {
      dialogStack: [],
    });
    const turn = turnOf(context);
    if (turn.rating !== undefined) return this.#rate(stack, turn, turn.rating);
    const next = await (isFillingIn(stack)
      ? this.#goOn(turn)
      : this.#reply(turn, openOffer(stack)));
    if (next !== 'waiting') await this.#await(stack, turn, next);
  }

  /** Waits for what comes next, and for nothing else. A choice is put on the stack by hand: it has no more to begin. */
  async #await(stack: DialogInstance[], turn: Turn, next: Next | undefined): Promise<void> {
    stack.length = 0;
    if (next === undefined) return;
    if (!('ticket' in next)) stack.push({ id: CHOICE, state: { offer: next } });
    else await (await this.#inner(turn)).beginDialog(TICKET, { reason: next.ticket });
  }

  #inner({ context }: Turn): Promise<DialogContext> {
    usePlainScopes(context);
    return this.#dialogs.createContext(context);
  }

  /** Takes the rating of an answer that was shown here; it never gets in the way of a ticket that is being written. */
  async #rate(stack: DialogInstance[], turn: Turn, rating: Rating): Promise<void> {
    const { memory, responses } = this.parts;
    const { answers = [] } = await memory.conversation(turn.context);
    const rated = answers.find(({ id, message }) => [id, message].includes(rating.of));
    if (rated === undefined) return;
    if (isFillingIn(stack) || rating.comment !== undefined) {
      await responses.feedback.note(turn, rated.id, rating);
      return;
    }
    await this.#await(stack, turn, await responses.feedback.rate(turn, rated.id, rating.helped));
  }

  /** Goes on with the ticket; gives what comes after it once it has ended. */
  async #goOn(turn: Turn): Promise<Next | 'waiting' | undefined> {
    const inner = await this.#inner(turn);
    const { status, result } = (await inner.continueDialog()) as DialogTurnResult<Next | undefined>;
    return status === DialogTurnStatus.waiting ? 'waiting' : result;
  }

  async #reply(turn: Turn, offer: Offer | undefined): Promise<Next | undefined> {
    const { responses, prompts } = this.parts;
    if (isCancelled(turn, prompts)) return responses.cancel(turn, offer !== undefined);
    const rating = await this.#rating(turn);
    if (rating !== undefined) return responses.feedback.rate(turn, rating.answer, rating.helped);
    const addition = this.parts.ticketAddition.read(turn);
    if (addition !== undefined) return this.parts.ticketAddition.take(turn, addition);
    const outcome = offer === undefined ? undefined : this.#choice.settle(turn, offer);
    if (outcome === undefined || outcome.type === 'unmatched') return this.#answer(turn);
    return this.#settle(turn, outcome);
  }

  /** Answers what a message says by itself, whatever was open. */
  async #answer(turn: Turn): Promise<Next | undefined> {
    const { responses, ticketStatus } = this.parts;
    if (ticketStatus.isAsked(turn)) return ticketStatus.say(turn);
    const titled = responses.titles.find(turn.utterance, turn.language);
    if (titled === undefined) return responses.toEach(turn, turn.recognition.parts);
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

  #settle(turn: Turn, outcome: Settled): Promise<Next | undefined> {
    const { responses, ticketAddition } = this.parts;
    switch (outcome.type) {
      case 'entry':
        return responses.entry(turn, outcome.entry);
      case 'topic':
        return responses.topic(turn, outcome.topic);
      case 'item':
        return responses.item(turn, outcome.entry, outcome.item);
      case 'date':
        return responses.date(turn, outcome.entry, outcome.date);
      case 'told':
        return responses.told(turn, outcome.entry);
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
      case 'add-to':
        return ticketAddition.take(turn, { number: outcome.ticket, text: outcome.text });
      case 'adding':
        return responses.titles.find(turn.utterance, turn.language) === undefined
          ? ticketAddition.add(turn, outcome.ticket, turn.utterance)
          : this.#answer(turn);
      case 'nothing-added':
        return responses.say(turn, 'ticket:added.nothing');
      case 'none':
        return responses.none(turn);
    }
  }
}

/** Whether a ticket is being written, even while a question in between waits for a choice. */
function isFillingIn(stack: readonly DialogInstance[]): boolean {
  return stack.some(({ id }) => id === TICKET);
}

/** What a conversation without a ticket waits for. */
function openOffer(stack: readonly DialogInstance[]): Offer | undefined {
  // Written by this very class.
  return (stack.at(-1)?.state as { offer?: Offer } | undefined)?.offer;
}

/** "Cancel", by itself or in a message that asks for nothing that the bot can answer. */
function isCancelled({ utterance, recognition }: Turn, prompts: PromptWords): boolean {
  const isAnswerable = recognition.parts.some(({ decision }) => decision === 'answer');
  return says(utterance, prompts.cancel) || (!isAnswerable && cancels(utterance, prompts));
}
