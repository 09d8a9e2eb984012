import type { Content } from '../../content/content';
import type { EntryId } from '../../core/entry';
import type { RecognizedPart } from '../../core/recognition';
import type { AnswerBuilder } from '../answer-builder';
import type { Offer } from '../dialogs/choice-dialog';
import type { Memory } from '../memory';
import { TitleIndex } from '../title-index';
import type { Turn } from '../turn';
import { createAccountResponse } from './account-response';
import { createClarifyResponse } from './clarify-response';
import { createFallbackResponse } from './fallback-response';
import { createFaqResponse } from './faq-response';
import { sayTopic, topicOffer } from './menu-response';
import type { Respond } from './response';
import { createServiceResponses, humanText } from './service-responses';

/** Everything that the bot can reply, chosen by what a part of a message was recognized as. */
export class Responses {
  readonly titles: TitleIndex;
  readonly #faq: Respond;
  readonly #account: Respond;
  readonly #clarify: Respond;
  readonly #fallback: Respond;
  readonly #services: Readonly<Record<EntryId, Respond>>;

  constructor(
    private readonly content: Content,
    private readonly answers: AnswerBuilder,
    private readonly memory: Memory,
  ) {
    this.titles = new TitleIndex(content);
    this.#faq = createFaqResponse(answers);
    this.#account = createAccountResponse(content, answers);
    this.#clarify = createClarifyResponse(answers);
    this.#fallback = createFallbackResponse(content, answers, memory);
    this.#services = createServiceResponses(content);
  }

  /** Replies to one part. */
  async to(turn: Turn, part: RecognizedPart): Promise<Offer | undefined> {
    if (part.decision === 'clarify') return this.#clarify(turn, part);
    const entry = this.content.entries.get(part.intents[0]?.intent ?? '');
    if (part.decision === 'fallback' || entry === undefined) return this.#fallback(turn, part);
    const conversation = await this.memory.conversation(turn.context);
    conversation.misses = 0;
    if (entry.kind !== 'service') conversation.previous = entry.id;
    const respond = {
      faq: this.#faq,
      account: this.#account,
      service: this.#services[entry.id] ?? this.#fallback,
    }[entry.kind];
    return respond(turn, part);
  }

  topic(turn: Turn, topic: string): Promise<Offer> {
    return sayTopic(turn, topic, { content: this.content, answers: this.answers });
  }

  /** "Did this help?" was answered. */
  async feedback(turn: Turn, helped: boolean): Promise<Offer | undefined> {
    const { t } = turn;
    const text = helped
      ? t('feedback.glad')
      : `${t('feedback.sorry')}\n\n${humanText(turn, this.content)}`;
    await turn.say({ type: 'text', text });
    return undefined;
  }

  async cancel(turn: Turn, open: boolean): Promise<Offer> {
    const offer = topicOffer(turn, this.content);
    const text = turn.t(open ? 'cancel.done' : 'cancel.nothing');
    await turn.say({ type: 'question', text, choices: offer.choices });
    return offer;
  }
}
