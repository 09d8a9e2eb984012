import { statedFacts } from '../../accounts/stated/stated-facts';
import type { Choice } from '../../accounts/presentation';
import type { Content } from '../../content/content';
import type { AccountView } from '../../core/account';
import type { Answer } from '../../core/answer';
import type { Entry, EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import { accountTurn, viewOf, type AccountDesk, type AccountSide } from '../account-desk';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer, Outcome } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import type { Recorder } from '../recorder';
import type { Turn } from '../turn';
import { choice, sayAnswer } from './say-answer';

interface AccountResponseParts {
  readonly content: Content;
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly desk: AccountDesk;
  readonly recorder: Recorder;
}

/** Answers what has to do with the company's own state, and rules that the person's own dates decide. */
export class AccountResponse {
  constructor(private readonly parts: AccountResponseParts) {}

  /** Answers an entry of kind faq: in full, with the company's own facts below when they are to be had. */
  async faq(turn: Turn, part: RecognizedPart, entry: Entry): Promise<Offer | undefined> {
    const worked = await this.#work(turn, part, entry.id);
    if (worked?.kind === 'which') return this.#ask(turn, part, worked);
    const view = worked === undefined && entry.account ? viewOf(entry.account) : undefined;
    const side = view && (await this.parts.desk.see(turn, part, view));
    const answer = this.parts.answers.answer(entry.id, turn.language);
    return this.#say(turn, part, {
      ...answer,
      ...(worked !== undefined && { worked: worked.lines }),
      ...(side?.kind === 'facts' && { account: side.facts }),
    });
  }

  /** Answers an entry of kind account; `item` is the one that was just chosen. */
  async account(
    turn: Turn,
    part: RecognizedPart,
    { id, general }: Entry,
    item?: string,
  ): Promise<Offer | undefined> {
    const answer = this.parts.answers.answer(this.#generalOf(general, part), turn.language);
    const worked = tells(part) ? await this.#work(turn, part, id) : undefined;
    if (worked?.kind === 'which') return this.#ask(turn, part, worked);
    if (worked !== undefined) return this.#say(turn, part, { ...answer, worked: worked.lines });
    const view = viewOf(id);
    const side: AccountSide =
      view === undefined
        ? { kind: 'anonymous' }
        : await this.parts.desk.see(turn, part, view, item);
    return this.#saySide(turn, part, { answer, side, view });
  }

  #saySide(
    turn: Turn,
    part: RecognizedPart,
    { answer, side, view }: { answer: Answer; side: AccountSide; view: AccountView | undefined },
  ): Promise<Offer | undefined> {
    switch (side.kind) {
      case 'anonymous':
        return this.#sayGeneral(turn, part, { answer, line: turn.t('account.notSignedIn') });
      case 'closed':
        return this.#sayGeneral(turn, part, { answer, line: side.line });
      case 'facts':
        return this.#say(turn, part, { ...brief(answer), account: side.facts });
      case 'which': {
        const entry = `account.${view ?? ''}`;
        const outcome = ({ id }: Choice): Outcome => ({ type: 'item', entry, item: id });
        return this.#ask(turn, part, { ...side, outcome });
      }
    }
  }

  /** The rule worked out with what the person told, now or, for a follow-up, before. */
  async #work(turn: Turn, part: RecognizedPart, entry: EntryId) {
    const conversation = await this.parts.memory.conversation(turn.context);
    const stated = statedFacts({ ...accountTurn(turn, part), entry, basis: conversation.basis });
    if (stated === undefined) {
      delete conversation.basis;
      return undefined;
    }
    if (stated.kind === 'facts') {
      conversation.basis = stated.basis;
      return stated;
    }
    const outcome = ({ id }: Choice): Outcome => ({ type: 'date', entry, date: id });
    return { ...stated, outcome };
  }

  async #sayGeneral(
    turn: Turn,
    part: RecognizedPart,
    { answer, line }: { answer: Answer; line: string },
  ): Promise<Offer | undefined> {
    await turn.say({ type: 'text', text: line }, part);
    return this.#say(turn, part, answer);
  }

  async #say(turn: Turn, part: RecognizedPart, answer: Answer): Promise<Offer> {
    const id = await this.parts.recorder.answered(turn, part.intents[0]?.intent ?? answer.entry);
    return sayAnswer(turn, { answer, part, id });
  }

  async #ask(
    turn: Turn,
    part: RecognizedPart,
    which: { question: string; choices: readonly Choice[]; outcome: (choice: Choice) => Outcome },
  ): Promise<Offer> {
    const choices = which.choices.map((item) => choice(item.title, which.outcome(item)));
    await this.parts.recorder.note(turn, { type: 'clarified' });
    await turn.say({ type: 'question', text: which.question, choices }, part);
    return { choices, byWords: true };
  }

  /** The general answer about the membership that the message names, else the first. */
  #generalOf(general: readonly EntryId[], { entities, intents }: RecognizedPart): EntryId {
    const named = entities.find(({ type }) => type === 'membership')?.value;
    const likely = intents.map(({ intent }) => intent);
    return (
      general.find((id) => id.endsWith(`.${named ?? ''}`)) ??
      general.find((id) => likely.includes(id)) ??
      general[0] ??
      ''
    );
  }
}

/** Whether a part tells dates or numbers to work with, or leans on ones told before. */
function tells({ entities, followUp }: RecognizedPart): boolean {
  return followUp === true || entities.some(({ type }) => type === 'date' || type === 'days');
}

/** The authored answer in its one sentence: the company's own facts say the rest. */
function brief(answer: Answer): Answer {
  const { example, note, ...kept } = answer;
  return { ...kept, paragraphs: [], steps: [] };
}
