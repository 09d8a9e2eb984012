import type { Content } from '../../content/content';
import type { AccountView } from '../../core/account';
import type { AccountFacts, Answer } from '../../core/answer';
import { narrowAnswer } from '../../core/narrow-answer';
import type { RecognizedPart } from '../../core/recognition';
import type { AnswerBuilder } from '../answer-builder';
import type { AspectReader } from '../aspect-reader';
import type { Offer } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import type { Remark, RemarkReader } from '../remark-reader';
import type { Recorder } from '../recorder';
import type { Turn } from '../turn';
import { sayAnswer } from './say-answer';

/** What an answer is told with. */
export interface AnswerTellerParts {
  readonly content: Content;
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly recorder: Recorder;
  readonly aspects: AspectReader;
  readonly remarks: RemarkReader;
}

/** What is said before an answer that was asked about itself. */
const REMARKED = { again: 'repeated', shorter: 'inShort', sure: 'sure', why: 'again' } as const;

/** What the company's own state answers better than the rule does. */
const OWN_ASPECTS = new Set(['days', 'when', 'many', 'times']);

/** Tells answers, each in full once: a follow-up to one gets what it asks of it. */
export class AnswerTeller {
  constructor(private readonly parts: AnswerTellerParts) {}

  /** "How many days?" by itself asks of what was told last, whatever else it might mean. */
  async read(turn: Turn, part: RecognizedPart): Promise<RecognizedPart> {
    const { content, aspects, memory } = this.parts;
    const { shown = '', previous, told: toldIn } = await memory.conversation(turn.context);
    const isRemark = toldIn !== undefined && this.remark(part) !== undefined;
    const told = content.entries.get(shown);
    const entry = told?.kind === 'account' ? content.entries.get(told.general[0] ?? '') : told;
    const isBare = entry !== undefined && aspects.find(part.text, entry)?.isBare === true;
    if (!(isBare || isRemark) || previous === undefined) return part;
    const intents = [{ intent: previous, score: 1 }];
    return { ...part, decision: 'answer', followUp: true, intents };
  }

  /** What a part asks of the answer itself, if nothing else. */
  remark({ text }: RecognizedPart): Remark | undefined {
    return this.parts.remarks.find(text);
  }

  /** Tells an answer, or of one that was given before what a follow-up asks, after a line that leads to it. */
  async tell(
    turn: Turn,
    part: RecognizedPart,
    { answer, line }: { readonly answer: Answer; readonly line?: string | undefined },
  ): Promise<Offer> {
    const isTold = await this.#isTold(turn, part, answer.entry);
    const isWorked = answer.worked !== undefined;
    if (isWorked && (isTold || answer.account !== undefined))
      return this.#say(turn, part, { answer: essence(answer) });
    if (!isTold) return this.#say(turn, part, { answer, line });
    const asked = this.#askedOf(part, answer)?.answer;
    if (asked !== undefined) return this.#say(turn, part, { answer: asked });
    const remark = this.remark(part);
    const again = turn.t(`answer.${REMARKED[remark ?? 'why']}`);
    return this.#say(turn, part, {
      answer: this.#remarked(answer, remark ?? 'why'),
      line: remark === undefined ? (line ?? again) : again,
    });
  }

  /** Tells the company's own facts with the rule behind them; a follow-up that asks for neither gets its answer from the rule. */
  async tellOwn(
    turn: Turn,
    part: RecognizedPart,
    own: { readonly answer: Answer; readonly facts: AccountFacts; readonly view: AccountView },
  ): Promise<Offer> {
    const { answer, facts, view } = own;
    const isTold = await this.#isTold(turn, part, `account.${view}`);
    const asked = isTold ? this.#askedOf(part, answer) : undefined;
    if (asked !== undefined && !OWN_ASPECTS.has(asked.aspect))
      return this.#say(turn, part, { answer: asked.answer });
    const general = isTold ? undefined : turn.t(`account:general.${view}`);
    return this.#say(turn, part, { answer: ownAnswer(answer, facts, general) });
  }

  /** Whether a follow-up leads to what was told last; remembers that it is told now. */
  async #isTold({ context, language }: Turn, part: RecognizedPart, told: string) {
    const conversation = await this.parts.memory.conversation(context);
    conversation.told = language;
    const isTold = conversation.shown === told && part.followUp === true;
    conversation.shown = told;
    return isTold;
  }

  #askedOf({ text }: RecognizedPart, answer: Answer) {
    const { content, aspects, answers } = this.parts;
    const entry = content.entries.get(answer.entry);
    const asked = entry && aspects.find(text, entry);
    if (asked === undefined) return undefined;
    const own = answers.title(answer.entry, answer.language);
    const narrow = narrowAnswer(answer, asked.place, own);
    return narrow && { aspect: asked.aspect, answer: narrow };
  }

  /** An answer as it is told again, for what was asked of it. */
  #remarked(answer: Answer, remark: Remark): Answer {
    const { example, source, ...rest } = answer;
    if (remark === 'again' || remark === 'why') return rest;
    const own = this.parts.answers.title(answer.entry, answer.language);
    const short = narrowAnswer(answer, 'verdict', own) ?? rest;
    return remark === 'sure' && source !== undefined ? { ...short, source } : short;
  }

  async #say(
    turn: Turn,
    part: RecognizedPart,
    { answer, line }: { readonly answer: Answer; readonly line?: string | undefined },
  ): Promise<Offer> {
    if (line !== undefined) await turn.say({ type: 'text', text: line }, part);
    return sayAnswer(turn, { answer, part, recorder: this.parts.recorder });
  }
}

/** What was worked out, and the rule in one sentence. */
function essence({ example, note, source, ...answer }: Answer): Answer {
  return { ...answer, paragraphs: [], steps: [] };
}

/** The company's own facts are the answer, the rule behind them comes after; of the authored answer the links remain. */
function ownAnswer(
  { example, note, ...answer }: Answer,
  facts: AccountFacts,
  general: string | undefined,
): Answer {
  const [verdict = facts.heading, ...paragraphs] = facts.lines;
  const account = { ...facts, lines: [] };
  return {
    ...{ ...answer, verdict, paragraphs, steps: [], account },
    ...(general !== undefined && { general }),
  };
}
