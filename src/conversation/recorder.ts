import type { ConversationEvent, EventHead } from '../core/conversation-event';
import type { Clock } from '../core/clock';
import type { DistributiveOmit } from '../core/distributive-omit';
import type { EntryId } from '../core/entry';
import type { Log } from '../core/log';
import type { RecognizedPart } from '../core/recognition';
import type { Memory } from './memory';
import { personKey } from './person-key';
import type { SupportSide } from './support-side';
import type { Turn } from './turn';

type Happening = DistributiveOmit<ConversationEvent, keyof EventHead>;

/** Notes what happens in conversations, redacted. A failure is logged: an answer matters more than its record. */
export class Recorder {
  readonly #counts = new WeakMap<object, number>();

  constructor(
    private readonly support: SupportSide,
    private readonly memory: Memory,
    private readonly now: Clock,
    private readonly log: Log,
  ) {}

  /** Remembers what was asked, for a ticket or if the person says that nothing fits. */
  async asked(turn: Turn, part: RecognizedPart): Promise<void> {
    const conversation = await this.memory.conversation(turn.context);
    const text = await this.support.redactor.redact(part.text);
    conversation.question = { text, candidates: part.intents };
  }

  /** Gives the id by which the answer can be rated. */
  async answered(turn: Turn, entry: EntryId): Promise<string> {
    const id = await this.note(turn, { type: 'answered', entry });
    (await this.memory.conversation(turn.context)).answer = { id, entry };
    return id;
  }

  /** Notes the question asked last as one that found no answer. */
  async missed(turn: Turn): Promise<void> {
    const { question } = await this.memory.conversation(turn.context);
    const { text, candidates } = question ?? { text: '', candidates: [] };
    await this.note(turn, { type: 'missed', question: text, candidates });
  }

  /** A rating that helped also settles the question. */
  async rated(turn: Turn, answer: string, helped: boolean): Promise<void> {
    await this.note(turn, { type: 'rated', answer, helped });
    if (helped) delete (await this.memory.conversation(turn.context)).question;
  }

  /** Notes anything else; gives the event's id. A turn that is run again notes the same events. */
  async note(turn: Turn, happening: Happening): Promise<string> {
    const { activity } = turn.context;
    const count = this.#counts.get(turn.context) ?? 0;
    this.#counts.set(turn.context, count + 1);
    const conversation = activity.conversation.id;
    const id = JSON.stringify([conversation, activity.id ?? this.support.newId(), count]);
    const head = {
      ...{ id, conversation, at: this.now().toISOString(), person: personKey(turn.context) },
      ...{ channel: activity.channelId, language: turn.language },
    };
    try {
      await this.support.events.append({ ...head, ...happening });
    } catch (error) {
      this.log.error({ err: error, type: happening.type }, 'event lost');
    }
    return id;
  }
}
