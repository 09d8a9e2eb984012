import type { Content } from '../content/content';
import { fold } from '../content/fold';
import type { TicketWords } from './ticket-words';
import type { TitleIndex } from './title-index';
import type { Turn } from './turn';

/** A longer text is a description, even when it asks something. */
const MOST_QUESTION_WORDS = 25;
/** Fewer words that ask nothing are a reply that missed: by the turn before almost anything could be read into them. */
const LEAST_WORDS = 4;
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
    const said = fold(turn.utterance).split(' ');
    const asks =
      turn.utterance.trim().endsWith('?') || this.words.questionStarts.includes(said[0] ?? '');
    const isTitle = this.titles.find(turn.utterance, turn.language) !== undefined;
    const isShort = said.length <= MOST_QUESTION_WORDS;
    return isTitle || (asks && isShort && this.#hasAnswer(turn, ENTRY_KINDS));
  }

  #hasAnswer({ recognition }: Turn, kinds: readonly string[]): boolean {
    return recognition.parts.some(({ decision, intents }) => {
      const id = intents[0]?.intent ?? '';
      const kind = this.content.entries.get(id)?.kind ?? '';
      return decision === 'answer' && (kinds.includes(kind) || ANSWERING_SERVICES.has(id));
    });
  }
}
