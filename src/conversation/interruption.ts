import type { Content } from '../content/content';
import { fold } from '../content/fold';
import type { TicketWords } from './ticket-words';
import type { TitleIndex } from './title-index';
import type { Turn } from './turn';

/** A longer text is a description, even when it asks something. */
const MOST_QUESTION_WORDS = 25;
/** Services that answer something; a greeting or a thank-you interrupts nothing. */
const ANSWERING_SERVICES = new Set(['service.help', 'service.identity', 'service.language']);

/** Tells a question of its own from a reply, while something else is open. */
export class Interruption {
  constructor(
    private readonly content: Content,
    private readonly titles: TitleIndex,
    private readonly words: TicketWords,
  ) {}

  /** Whether the bot has an answer to it, and the message isn't too plainly a description. */
  isAnswerable({ recognition, utterance, language }: Turn): boolean {
    if (this.titles.find(utterance, language) !== undefined) return true;
    return recognition.parts.some(({ decision, intents }) => {
      const id = intents[0]?.intent ?? '';
      const kind = this.content.entries.get(id)?.kind;
      const isOurs = kind === 'faq' || kind === 'account' || ANSWERING_SERVICES.has(id);
      return decision === 'answer' && isOurs;
    });
  }

  /** Whether a message is also put as a question: where free text is asked for, a mere mention of a subject isn't one. */
  isQuestion(turn: Turn): boolean {
    const said = fold(turn.utterance).split(' ');
    const asks =
      turn.utterance.trim().endsWith('?') || this.words.questionStarts.includes(said[0] ?? '');
    const isTitle = this.titles.find(turn.utterance, turn.language) !== undefined;
    return isTitle || (asks && said.length <= MOST_QUESTION_WORDS && this.isAnswerable(turn));
  }
}
