import type { Content } from '../content/content';
import { fold } from '../content/fold';
import type { ScoredIntent } from '../core/recognition';
import type { TicketWords } from './ticket-words';
import type { TitleIndex } from './title-index';
import type { Turn } from './turn';

/** A longer text is a description, even when it asks something. */
const MOST_QUESTION_WORDS = 25;
/** Fewer words that ask nothing are a reply that missed: by the turn before almost anything could be read into them. */
const LEAST_WORDS = 4;
/** The likeliest that a question may be about. */
const MOST_MEANT = 3;
const ENTRY_KINDS = ['faq', 'account'];
/** Services that answer something; a greeting or a thank-you interrupts nothing. */
const ANSWERING_SERVICES = new Set(['service.help', 'service.identity', 'service.language']);

/** Tells a question of its own from a reply, while something else is open. */
export class Interruption {
  constructor(
    private readonly content: Content,
    private readonly titles: TitleIndex,
    private readonly words: TicketWords,
  ) {}

  /** Whether the bot has an answer to it, and the message isn't too plainly a reply. */
  isAnswerable(turn: Turn): boolean {
    const isShort = fold(turn.utterance).split(' ').length < LEAST_WORDS;
    return this.isQuestion(turn) || this.#hasAnswer(turn, isShort ? [] : ENTRY_KINDS);
  }

  /** Whether a message is also put as a question: where free text is asked for, a mere mention of a subject isn't one. */
  isQuestion(turn: Turn): boolean {
    const isTitle = this.titles.find(turn.utterance, turn.language) !== undefined;
    return isTitle || (this.asks(turn) && this.#hasAnswer(turn, ENTRY_KINDS));
  }

  /** Whether a message is a question about an entry, though the bot must ask back which one. */
  isDoubtful(turn: Turn): boolean {
    const mayMean = turn.recognition.parts.some(
      ({ decision, intents }) =>
        decision === 'clarify' &&
        intents.slice(0, MOST_MEANT).some((meant) => this.#isEntry(meant)),
    );
    return mayMean && this.asks(turn);
  }

  /** Whether a message is short and put as a question, whatever it asks. */
  asks({ utterance }: Turn): boolean {
    const said = fold(utterance).split(' ');
    if (said.length > MOST_QUESTION_WORDS) return false;
    return utterance.trim().endsWith('?') || this.words.questionStarts.includes(said[0] ?? '');
  }

  #hasAnswer({ recognition }: Turn, kinds: readonly string[]): boolean {
    return recognition.parts.some(({ decision, intents: [first] }) => {
      const isAnswered = first !== undefined && this.#isEntry(first, kinds);
      return decision === 'answer' && (isAnswered || ANSWERING_SERVICES.has(first?.intent ?? ''));
    });
  }

  #isEntry({ intent }: ScoredIntent, kinds: readonly string[] = ENTRY_KINDS): boolean {
    return kinds.includes(this.content.entries.get(intent)?.kind ?? '');
  }
}
