import type { Content } from '../../content/content';
import type { EntryId } from '../../core/entry';
import { type DayOrPeriod, fromInterval } from '../../core/period';
import type { Entity, RecognizedPart } from '../../core/recognition';
import type { AccountDesk } from '../account-desk';
import type { AnswerBuilder } from '../answer-builder';
import { AspectReader } from '../aspect-reader';
import { RemarkReader } from '../remark-reader';
import type { Redactor } from '../../privacy/redactor';
import type { Next, Offer } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import type { PrivacyNotice } from '../privacy-notice';
import type { Recorder } from '../recorder';
import type { AnsweredQuestion, ConversationMemory } from '../remembered';
import type { TicketWords } from '../ticket-words';
import { TitleIndex } from '../title-index';
import type { Turn } from '../turn';
import { AccountContext } from './account-context';
import { AccountResponse } from './account-response';
import { AnswerTeller } from './answer-teller';
import { createClarifyResponse } from './clarify-response';
import { createFallbackResponse } from './fallback-response';
import { FeedbackResponse } from './feedback-response';
import { createHumanResponse } from './human-response';
import { sayTopic, topicOffer } from './menu-response';
import type { Respond } from './response';
import { createServiceResponses } from './service-responses';
import type { TicketStatusResponse } from './ticket-status-response';

/** What responses are made of. */
export interface ResponseParts {
  readonly content: Content;
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly desk: AccountDesk;
  readonly recorder: Recorder;
  readonly redactor: Redactor;
  readonly privacy: PrivacyNotice;
  readonly ticketWords: TicketWords;
  readonly ticketStatus: TicketStatusResponse;
}

/** Characters of earlier messages that a follow-up may lean on. */
const LONGEST_REMEMBERED = 300;

/** Everything that the bot can reply, chosen by what a part of a message was recognized as. */
export class Responses {
  readonly titles: TitleIndex;
  readonly feedback: FeedbackResponse;
  readonly #account: AccountResponse;
  readonly #teller: AnswerTeller;
  readonly #context: AccountContext;
  readonly #clarify: Respond;
  readonly #fallback: Respond;
  readonly #services: Readonly<Record<EntryId, Respond>>;

  constructor(private readonly parts: ResponseParts) {
    const { content, answers, memory, recorder, redactor } = parts;
    this.titles = new TitleIndex(content);
    this.#teller = new AnswerTeller({
      ...parts,
      aspects: new AspectReader(content),
      remarks: new RemarkReader(content),
    });
    this.#account = new AccountResponse({ ...parts, teller: this.#teller });
    this.#context = new AccountContext(content, memory, parts.desk);
    this.#fallback = createFallbackResponse({ content, answers, memory, redactor });
    const decline: Respond = (turn, part) => this.#miss(turn, part);
    this.#clarify = createClarifyResponse(answers, redactor, decline);
    this.feedback = new FeedbackResponse(content, recorder, redactor);
    this.#services = {
      ...createServiceResponses(content, parts.privacy),
      'support.human': createHumanResponse({
        ...{ content, recorder },
        words: parts.ticketWords,
        status: parts.ticketStatus,
      }),
    };
  }

  /** Replies to each part in the order asked; only what comes after the last one is waited for. */
  async toEach(turn: Turn, parts: readonly RecognizedPart[]): Promise<Next | undefined> {
    const conversation = await this.parts.memory.conversation(turn.context);
    const { together } = conversation;
    delete conversation.together;
    const answered: AnsweredQuestion[] = [];
    let next: Next | undefined;
    for (const part of parts) {
      next = await this.#to(turn, part);
      const { previous, previousText } = conversation;
      if (part.decision === 'answer') answered.push({ previous, previousText });
    }
    if (answered.length > 1) conversation.together = answered;
    else if (together !== undefined && parts.some(({ followUp }) => followUp === true))
      conversation.together = together;
    return next;
  }

  /** Replies to one part. */
  async #to(turn: Turn, recognized: RecognizedPart): Promise<Next | undefined> {
    const part = await this.#teller.read(turn, await this.#context.read(turn, recognized));
    return this.#context.isAboutStrangers(turn, part)
      ? this.say(turn, 'account:lookup.stranger')
      : this.#respond(turn, part);
  }

  async #respond(turn: Turn, part: RecognizedPart): Promise<Next | undefined> {
    const { recorder } = this.parts;
    const entry = this.parts.content.entries.get(part.intents[0]?.intent ?? '');
    if (part.decision !== 'answer' || entry?.kind !== 'service') await recorder.asked(turn, part);
    await this.#rememberUnclear(turn, part);
    const isForeign = turn.recognition.languageEvidence.source === 'foreign';
    if (isForeign && entry?.kind !== 'service') return this.#miss(turn, part);
    if (part.decision === 'clarify') {
      await recorder.askedBack(turn);
      return this.#clarify(turn, part);
    }
    if (part.decision === 'fallback' || entry === undefined) return this.#miss(turn, part);
    const conversation = await this.parts.memory.conversation(turn.context);
    conversation.misses = 0;
    if (entry.kind === 'service') return this.#serve(turn, part, entry.id);
    conversation.previous = entry.id;
    await this.#context.note(turn, part);
    ageBasis(conversation);
    conversation.previousText = await this.parts.redactor.redact(
      rememberedText(part, conversation.previousText),
    );
    return this.#account[entry.kind](turn, part, entry);
  }

  /** A question that is asked back about is what the next message may lean on, correct or choose for. */
  async #rememberUnclear(turn: Turn, { text, entities, followUp, decision }: RecognizedPart) {
    const conversation = await this.parts.memory.conversation(turn.context);
    const { pending } = conversation;
    delete conversation.pending;
    if (decision !== 'answer') delete conversation.told;
    if (decision !== 'clarify') return;
    const redacted = await this.parts.redactor.redact(text);
    if (redacted === text)
      conversation.pending =
        followUp === true ? joined(pending, { text, entities }) : { text, entities };
    const unclear = { text: redacted, followUp: followUp === true };
    conversation.previousText = rememberedText(unclear, conversation.previousText);
    if (followUp !== true) delete conversation.previous;
  }

  async #serve(turn: Turn, part: RecognizedPart, entry: EntryId): Promise<Next | undefined> {
    if (entry !== 'support.human') await this.parts.recorder.note(turn, { type: 'served', entry });
    const next = await (this.#services[entry] ?? this.#fallback)(turn, part);
    return entry === 'service.language' ? ((await this.#retell(turn)) ?? next) : next;
  }

  /** "Say it in Swedish" also asks for the last answer again. */
  async #retell(turn: Turn): Promise<Next | undefined> {
    const { previous, told } = await this.parts.memory.conversation(turn.context);
    const { parts, language, languageEvidence } = turn.recognition;
    const isMeant = told !== undefined && told !== language && parts.length === 1;
    if (!isMeant || previous === undefined || languageEvidence.source !== 'asked') return undefined;
    // The wish itself says nothing that the answer could be narrowed to.
    return this.#respond(turn, { ...chosenPart(turn, previous), text: '?', followUp: true });
  }

  async #miss(turn: Turn, part: RecognizedPart): Promise<Next | undefined> {
    await this.parts.recorder.missed(turn);
    return this.#fallback(turn, part);
  }

  /** Shows an item of the account that was chosen among several. */
  async item(turn: Turn, id: EntryId, item: string): Promise<Next | undefined> {
    const entry = this.parts.content.entries.get(id);
    return entry && this.#account.account(turn, chosenPart(turn, id), entry, item);
  }

  /** Goes on with the reading of a date or period that was chosen among several. */
  date(turn: Turn, id: EntryId, date: DayOrPeriod): Promise<Next | undefined> {
    const type = fromInterval(date) === undefined ? 'date' : 'period';
    const entity = { type, value: date, ...whole(turn) } as const;
    return this.#respond(turn, { ...chosenPart(turn, id), followUp: true, entities: [entity] });
  }

  /** Goes on with the day that was asked for. */
  told(turn: Turn, id: EntryId): Promise<Next | undefined> {
    const entities = turn.recognition.parts.flatMap((part) => part.entities);
    return this.#respond(turn, {
      ...chosenPart(turn, id),
      followUp: true,
      entities: entities.map(asDay),
    });
  }

  /** An entry that was chosen, not recognized: certain. */
  async entry(turn: Turn, id: EntryId): Promise<Next | undefined> {
    const { pending } = await this.parts.memory.conversation(turn.context);
    const { title } = this.parts.answers.title(id, turn.language);
    const isMeant = await this.parts.recorder.chose(turn, id);
    return this.#respond(turn, { ...chosenPart(turn, id), text: title, ...(isMeant && pending) });
  }

  /** None of what was offered. */
  none(turn: Turn): Promise<Next | undefined> {
    return this.#miss(turn, { ...chosenPart(turn), decision: 'fallback' });
  }

  topic(turn: Turn, topic: string): Promise<Offer> {
    return sayTopic(turn, topic, this.parts);
  }

  /** Says one line and waits for nothing. */
  async say(turn: Turn, key: string, values?: Parameters<Turn['t']>[1]): Promise<undefined> {
    await turn.say({ type: 'text', text: turn.t(key, values) });
  }

  async cancel(turn: Turn, open: boolean): Promise<Offer> {
    const offer = topicOffer(turn, this.parts.content);
    const text = turn.t(open ? 'cancel.done' : 'cancel.nothing');
    await turn.say({ type: 'question', text, choices: offer.choices });
    return offer;
  }
}

type Pending = NonNullable<ConversationMemory['pending']>;

/** "I bought it in September" and "2025, the 1st" tell one thing. */
function joined(before: Pending | undefined, { text, entities }: Pending): Pending {
  if (before === undefined) return { text, entities };
  const offset = before.text.length + 1;
  const moved = entities.map((entity) => ({
    ...entity,
    ...{ start: entity.start + offset, end: entity.end + offset },
  }));
  return { text: `${before.text} ${text}`, entities: [...before.entities, ...moved] };
}

/** A message as the place of what it chose. */
function whole({ utterance }: Turn) {
  return { text: utterance, start: 0, end: utterance.length };
}

/** Where a day is asked for, "15" is one. */
function asDay(entity: Entity): Entity {
  return entity.type === 'number' ? { ...entity, type: 'day' } : entity;
}

function chosenPart(turn: Turn, entry?: EntryId): RecognizedPart {
  const intents = entry === undefined ? [] : [{ intent: entry, score: 1 }];
  return { text: turn.utterance, decision: 'answer', intents, entities: [] };
}

/** A follow-up says little by itself: what it leans on is remembered with it, as far back as fits. */
function rememberedText(
  { text, followUp }: Pick<RecognizedPart, 'text' | 'followUp'>,
  previousText = '',
): string {
  return followUp ? `${previousText} ${text}`.slice(-LONGEST_REMEMBERED) : text;
}

/** Answers after which what a person told is no longer what they speak of. */
const LASTING_ANSWERS = 2;

function ageBasis(conversation: ConversationMemory): void {
  if (conversation.basis === undefined) return;
  conversation.basis.age += 1;
  if (conversation.basis.age > LASTING_ANSWERS) delete conversation.basis;
}
