import type { Content } from '../../content/content';
import type { CalendarDate } from '../../core/calendar-date';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import type { AccountDesk } from '../account-desk';
import type { AnswerBuilder } from '../answer-builder';
import type { Redactor } from '../../privacy/redactor';
import type { Next, Offer } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import type { PrivacyNotice } from '../privacy-notice';
import type { Recorder } from '../recorder';
import type { ConversationMemory } from '../remembered';
import type { TicketWords } from '../ticket-words';
import { TitleIndex } from '../title-index';
import type { Turn } from '../turn';
import { AccountContext } from './account-context';
import { AccountResponse } from './account-response';
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
  readonly #context: AccountContext;
  readonly #clarify: Respond;
  readonly #fallback: Respond;
  readonly #services: Readonly<Record<EntryId, Respond>>;

  constructor(private readonly parts: ResponseParts) {
    const { content, answers, memory, recorder, redactor } = parts;
    this.titles = new TitleIndex(content);
    this.#account = new AccountResponse(parts);
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

  /** Replies to one part. */
  async to(turn: Turn, recognized: RecognizedPart): Promise<Next | undefined> {
    const part = await this.#context.read(turn, recognized);
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
    delete conversation.pending;
    if (decision !== 'clarify') return;
    const redacted = await this.parts.redactor.redact(text);
    if (redacted === text) conversation.pending = { text, entities };
    const unclear = { text: redacted, followUp: followUp === true };
    conversation.previousText = rememberedText(unclear, conversation.previousText);
    if (followUp !== true) delete conversation.previous;
  }

  async #serve(turn: Turn, part: RecognizedPart, entry: EntryId): Promise<Next | undefined> {
    if (entry !== 'support.human') await this.parts.recorder.note(turn, { type: 'served', entry });
    return (this.#services[entry] ?? this.#fallback)(turn, part);
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

  /** Goes on with the reading of a date that was chosen among several. */
  date(turn: Turn, id: EntryId, date: CalendarDate): Promise<Next | undefined> {
    const entity = { type: 'date', value: date, text: date, start: 0, end: 0 } as const;
    return this.#respond(turn, { ...chosenPart(turn, id), entities: [entity] });
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
