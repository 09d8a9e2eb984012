import type { Content } from '../../content/content';
import type { CalendarDate } from '../../core/calendar-date';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import type { AccountDesk } from '../account-desk';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import { TitleIndex } from '../title-index';
import type { Turn } from '../turn';
import { AccountResponse } from './account-response';
import { createClarifyResponse } from './clarify-response';
import { createFallbackResponse } from './fallback-response';
import { sayTopic, topicOffer } from './menu-response';
import type { Respond } from './response';
import { createServiceResponses, humanText } from './service-responses';

/** What responses are made of. */
export interface ResponseParts {
  readonly content: Content;
  readonly answers: AnswerBuilder;
  readonly memory: Memory;
  readonly desk: AccountDesk;
}

/** Characters of earlier messages that a follow-up may lean on. */
const LONGEST_REMEMBERED = 300;

/** Everything that the bot can reply, chosen by what a part of a message was recognized as. */
export class Responses {
  readonly titles: TitleIndex;
  readonly #account: AccountResponse;
  readonly #clarify: Respond;
  readonly #fallback: Respond;
  readonly #services: Readonly<Record<EntryId, Respond>>;

  constructor(private readonly parts: ResponseParts) {
    const { content, answers, memory } = parts;
    this.titles = new TitleIndex(content);
    this.#account = new AccountResponse(parts);
    this.#clarify = createClarifyResponse(answers);
    this.#fallback = createFallbackResponse(content, answers, memory);
    this.#services = createServiceResponses(content);
  }

  /** Replies to one part. */
  async to(turn: Turn, part: RecognizedPart): Promise<Offer | undefined> {
    if (part.decision === 'clarify') return this.#clarify(turn, part);
    const entry = this.parts.content.entries.get(part.intents[0]?.intent ?? '');
    if (part.decision === 'fallback' || entry === undefined) return this.#fallback(turn, part);
    const conversation = await this.parts.memory.conversation(turn.context);
    conversation.misses = 0;
    if (entry.kind === 'service') return (this.#services[entry.id] ?? this.#fallback)(turn, part);
    conversation.previous = entry.id;
    conversation.previousText = rememberedText(part, conversation.previousText);
    return this.#account[entry.kind](turn, part, entry);
  }

  /** Shows an item of the account that was chosen among several. */
  async item(turn: Turn, id: EntryId, item: string): Promise<Offer | undefined> {
    const entry = this.parts.content.entries.get(id);
    return entry && this.#account.account(turn, chosenPart(turn, id), entry, item);
  }

  /** Goes on with the reading of a date that was chosen among several. */
  date(turn: Turn, id: EntryId, date: CalendarDate): Promise<Offer | undefined> {
    const entity = { type: 'date', value: date, text: date, start: 0, end: 0 } as const;
    return this.to(turn, { ...chosenPart(turn, id), entities: [entity] });
  }

  /** An entry that was chosen, not recognized: certain. */
  entry(turn: Turn, id: EntryId): Promise<Offer | undefined> {
    return this.to(turn, chosenPart(turn, id));
  }

  /** None of what was offered. */
  none(turn: Turn): Promise<Offer | undefined> {
    return this.to(turn, { ...chosenPart(turn), decision: 'fallback' });
  }

  topic(turn: Turn, topic: string): Promise<Offer> {
    return sayTopic(turn, topic, this.parts);
  }

  /** "Did this help?" was answered. */
  async feedback(turn: Turn, helped: boolean): Promise<Offer | undefined> {
    const { t } = turn;
    const text = helped
      ? t('feedback.glad')
      : `${t('feedback.sorry')}\n\n${humanText(turn, this.parts.content)}`;
    await turn.say({ type: 'text', text });
    return undefined;
  }

  async cancel(turn: Turn, open: boolean): Promise<Offer> {
    const offer = topicOffer(turn, this.parts.content);
    const text = turn.t(open ? 'cancel.done' : 'cancel.nothing');
    await turn.say({ type: 'question', text, choices: offer.choices });
    return offer;
  }
}

function chosenPart(turn: Turn, entry?: EntryId): RecognizedPart {
  const intents = entry === undefined ? [] : [{ intent: entry, score: 1 }];
  return { text: turn.utterance, decision: 'answer', intents, entities: [] };
}

/** A follow-up says little by itself: what it leans on is remembered with it, as far back as fits. */
function rememberedText({ text, followUp }: RecognizedPart, previousText = ''): string {
  return followUp ? `${previousText} ${text}`.slice(-LONGEST_REMEMBERED) : text;
}
