import type { ConversationEvent, EventHead } from '../core/conversation-event';
import type { Clock } from '../core/clock';
import { digestOf } from '../core/digest';
import type { DistributiveOmit } from '../core/distributive-omit';
import type { EntryId } from '../core/entry';
import type { RecognizedPart } from '../core/recognition';
import type { UnansweredReason } from '../core/unanswered-question';
import type { Memory } from './memory';
import { personKey } from './person-key';
import type { AskedQuestion } from './remembered';
import type { SupportSide } from './support-side';
import type { Turn } from './turn';

type Happening = DistributiveOmit<ConversationEvent, keyof EventHead>;

/** How many answers back one can still be rated. */
const RATEABLE = 20;

/** Notes what happens in conversations, redacted, and puts questions that found no answer in the queue. */
export class Recorder {
  readonly #counts = new WeakMap<object, number>();
  /** Turns that chose what was asked back: the question keeps its own words. */
  readonly #chosen = new WeakSet();

  constructor(
    private readonly support: SupportSide,
    private readonly memory: Memory,
    private readonly now: Clock,
  ) {}

  /** Remembers what was asked, for a ticket or if the person says that nothing fits. */
  async asked(turn: Turn, part: RecognizedPart): Promise<void> {
    if (this.#chosen.has(turn.context)) return;
    await this.memory.keepsWords(turn.context);
    const conversation = await this.memory.conversation(turn.context);
    const { languageEvidence, version } = turn.recognition;
    conversation.question = {
      text: await this.support.redactor.redact(part.text),
      candidates: part.intents,
      version,
      // Supporters can't teach the bot a language that it doesn't have.
      ...(languageEvidence.source !== 'foreign' && { id: this.#newId(turn) }),
    };
  }

  /** Notes that the bot asks which entry is meant. Until one is chosen, the question counts as unanswered. */
  async askedBack(turn: Turn): Promise<void> {
    await this.note(turn, { type: 'clarified' });
    const { question } = await this.memory.conversation(turn.context);
    if (question === undefined) return;
    question.isOpen = true;
    await this.#queue(turn, question, 'not-chosen');
  }

  /** Notes that an entry was chosen. Tells whether it is what the question asked back about meant. */
  async chose(turn: Turn, entry: EntryId): Promise<boolean> {
    const { question } = await this.memory.conversation(turn.context);
    if (question?.isOpen !== true) return false;
    if (!question.candidates.some(({ intent }) => intent === entry)) return false;
    delete question.isOpen;
    this.#chosen.add(turn.context);
    await this.#withdraw(turn, question);
    return true;
  }

  /** Gives the id by which the answer can be rated. */
  async answered(turn: Turn, entry: EntryId): Promise<string> {
    const id = await this.note(turn, { type: 'answered', entry });
    const conversation = await this.memory.conversation(turn.context);
    const { question } = conversation;
    conversation.answer = { id, entry, ...(question && { question }) };
    return id;
  }

  /** Remembers which message showed an answer, so that it can be rated there. */
  async shown(turn: Turn, id: string, message: string | undefined): Promise<void> {
    const conversation = await this.memory.conversation(turn.context);
    conversation.answers = [...(conversation.answers ?? []), { id, message }].slice(-RATEABLE);
  }

  /** Notes the question asked last as one that found no answer. */
  async missed(turn: Turn): Promise<void> {
    const { question } = await this.memory.conversation(turn.context);
    const { text, candidates } = question ?? { text: '', candidates: [] };
    await this.note(turn, { type: 'missed', question: text, candidates });
    if (question !== undefined) await this.#queue(turn, question, 'missed');
  }

  /** A rating that helped also settles the question. */
  async rated(turn: Turn, answer: string, helped: boolean): Promise<void> {
    await this.note(turn, { type: 'rated', answer, helped });
    const conversation = await this.memory.conversation(turn.context);
    const isLast = conversation.answer?.id === answer;
    const rated = isLast ? conversation.answer?.question : undefined;
    if (helped && isLast) delete conversation.question;
    if (rated === undefined) return;
    if (helped) await this.#withdraw(turn, rated);
    else await this.#queue(turn, rated, 'unhelpful');
  }

  /** Someone asks for a person; what was answered last has then not been enough. */
  async askedForPerson(turn: Turn): Promise<void> {
    const { answer, question } = await this.memory.conversation(turn.context);
    await this.note(turn, { type: 'person-asked', about: answer?.entry });
    if (answer !== undefined && question !== undefined && answer.question?.id === question.id)
      await this.#queue(turn, question, 'asked');
  }

  /** Notes anything else; gives the event's id. A turn that is run again notes the same events. */
  async note(turn: Turn, happening: Happening): Promise<string> {
    const id = this.#newId(turn);
    await this.memory.note(turn.context, { id, ...this.#head(turn), ...happening });
    return id;
  }

  async #queue(turn: Turn, question: AskedQuestion, reason: UnansweredReason): Promise<void> {
    const { id, text, candidates, version: contentVersion } = question;
    if (id === undefined || text.trim() === '') return;
    const unanswered = { id, text, reason, candidates, contentVersion };
    await this.memory.queue(turn.context, { ...this.#head(turn), ...unanswered });
  }

  async #withdraw({ context }: Turn, { id }: AskedQuestion): Promise<void> {
    if (id !== undefined) await this.memory.withdraw(context, id);
  }

  #head(turn: Turn): Omit<EventHead, 'id'> {
    const { conversation, channelId: channel } = turn.context.activity;
    return {
      ...{ at: this.now().toISOString(), conversation: conversation.id },
      ...{ person: personKey(turn.context), channel, language: turn.language },
    };
  }

  #newId({ context }: Turn): string {
    const { activity } = context;
    const count = this.#counts.get(context) ?? 0;
    this.#counts.set(context, count + 1);
    const { conversation, id = this.support.newId() } = activity;
    return digestOf(JSON.stringify([conversation.id, id, count]));
  }
}
