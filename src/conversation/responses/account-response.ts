import { supposes } from '../../accounts/stated/read-supposed';
import { statedFacts } from '../../accounts/stated/stated-facts';
import type { Choice, WorkedFacts } from '../../accounts/presentation';
import { createWording } from '../../accounts/wording';
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
import type { AnswerTeller } from './answer-teller';
import { choice } from './say-answer';

interface AccountResponseParts {
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly recorder: Recorder;
  readonly desk: AccountDesk;
  readonly teller: AnswerTeller;
}

/** Answers what has to do with the company's own state, and rules that the person's own dates decide. */
export class AccountResponse {
  constructor(private readonly parts: AccountResponseParts) {}

  /** Answers an entry of kind faq: in full, with the company's own facts below when they are to be had. */
  async faq(turn: Turn, part: RecognizedPart, entry: Entry): Promise<Offer | undefined> {
    const view = entry.account === undefined ? undefined : viewOf(entry.account);
    const side = view && (await this.parts.desk.see(turn, part, view));
    const own = side?.kind === 'facts' && mentionsOwn(turn, part) ? side.facts : undefined;
    const worked = own === undefined ? await this.#work(turn, part, entry.id) : undefined;
    if (worked?.kind === 'which') return this.#ask(turn, part, worked);
    const account =
      own ?? (side?.kind === 'facts' && worked === undefined ? side.facts : undefined);
    const offer = await this.parts.teller.tell(turn, part, {
      answer: {
        ...this.parts.answers.answer(entry.id, turn.language),
        ...(worked !== undefined && { worked: worked.lines }),
        ...(account !== undefined && { account }),
      },
    });
    return awaitingDate(offer, entry.id, worked);
  }

  /** Answers an entry of kind account; `item` is the one that was just chosen. */
  async account(
    turn: Turn,
    part: RecognizedPart,
    { id, general }: Entry,
    item?: string,
  ): Promise<Offer | undefined> {
    const answer = this.parts.answers.answer(
      await this.#generalOf(turn, part, general),
      turn.language,
    );
    const view = viewOf(id);
    const side: AccountSide =
      view === undefined
        ? { kind: 'anonymous' }
        : await this.parts.desk.see(turn, part, view, item);
    // Dates that were told decide where the account says nothing of them, or where the message leans on them.
    const isSupposed = supposes(accountTurn(turn, part));
    const isOwn =
      side.kind === 'facts' && !isSupposed && (tellsDate(part) || mentionsOwn(turn, part));
    const worked = isOwn ? undefined : await this.#work(turn, part, id);
    if (worked?.kind === 'which') return this.#ask(turn, part, worked);
    if (worked === undefined) return this.#saySide(turn, part, { answer, side, view });
    const account = isSupposed && side.kind === 'facts' ? { account: side.facts } : {};
    const told = { ...answer, ...account, worked: worked.lines };
    return awaitingDate(await this.parts.teller.tell(turn, part, { answer: told }), id, worked);
  }

  async #saySide(
    turn: Turn,
    part: RecognizedPart,
    { answer, side, view }: { answer: Answer; side: AccountSide; view: AccountView | undefined },
  ): Promise<Offer | undefined> {
    switch (side.kind) {
      case 'anonymous':
        return this.parts.teller.tell(turn, part, {
          answer,
          line: await this.#inviteToSignIn(turn),
        });
      case 'closed':
        return this.parts.teller.tell(turn, part, { answer, line: side.line });
      case 'facts':
        return view && this.parts.teller.tellOwn(turn, part, { answer, facts: side.facts, view });
      case 'which': {
        const entry = `account.${view ?? ''}`;
        const outcome = ({ id }: Choice): Outcome => ({ type: 'item', entry, item: id });
        return this.#ask(turn, part, { ...side, outcome });
      }
    }
  }

  /** Once in full; whoever asks on has read it. */
  async #inviteToSignIn({ context, t }: Turn): Promise<string> {
    const conversation = await this.parts.memory.conversation(context);
    const isKnown = conversation.toldToSignIn === true;
    conversation.toldToSignIn = true;
    return t(isKnown ? 'account.stillNotSignedIn' : 'account.notSignedIn');
  }

  /** The rule worked out with what the person told, now or, for a follow-up, before. */
  async #work(turn: Turn, part: RecognizedPart, entry: EntryId) {
    const conversation = await this.parts.memory.conversation(turn.context);
    const stated = statedFacts({
      ...accountTurn(turn, part),
      entry,
      basis: conversation.basis?.told,
      isAboutTold: this.parts.teller.remark(part) !== undefined,
    });
    if (stated === undefined) return undefined;
    if (stated.kind === 'facts') {
      conversation.basis = { told: stated.basis, age: 0 };
      return stated;
    }
    const outcome = ({ id }: Choice): Outcome => ({ type: 'date', entry, date: id });
    return { ...stated, outcome };
  }

  async #ask(
    turn: Turn,
    part: RecognizedPart,
    which: { question: string; choices: readonly Choice[]; outcome: (choice: Choice) => Outcome },
  ): Promise<Offer> {
    const choices = which.choices.map((item) => choice(item.title, which.outcome(item)));
    await this.parts.recorder.note(turn, { type: 'clarified' });
    delete (await this.parts.memory.conversation(turn.context)).told;
    await turn.say({ type: 'question', text: which.question, choices }, part);
    return { choices, byWords: true };
  }

  /** The general answer about the membership that the message names, or that was spoken of; else the likeliest. */
  async #generalOf(
    { context }: Turn,
    { entities, intents }: RecognizedPart,
    general: readonly EntryId[],
  ): Promise<EntryId> {
    const conversation = await this.parts.memory.conversation(context);
    const named = entities.find(({ type }) => type === 'membership')?.value;
    const likely = intents.map(({ intent }) => intent);
    const meant =
      general.find((id) => id.endsWith(`.${named ?? ''}`)) ??
      general.find((id) => id === conversation.focus) ??
      general.find((id) => likely.includes(id)) ??
      general[0] ??
      '';
    if (general.length > 1) conversation.focus ??= meant;
    return meant;
  }
}

function tellsDate({ entities }: RecognizedPart): boolean {
  return entities.some(({ type }) => ['date', 'period', 'days'].includes(type));
}

/** Whether a message asks for the own account rather than for what was told before: "vår token", not "då". */
function mentionsOwn(turn: Turn, part: RecognizedPart): boolean {
  if (part.followUp === true || tellsDate(part)) return false;
  return createWording(accountTurn(turn, part)).hasCue('own', part.text);
}

/** Where the day is asked for or the year was left out, a bare date tells it. */
function awaitingDate(
  offer: Offer,
  entry: EntryId,
  worked: Pick<WorkedFacts, 'lacks'> | undefined,
): Offer {
  if (worked?.lacks === undefined) return offer;
  return { ...offer, told: { lacking: worked.lacks, outcome: { type: 'told', entry } } };
}
