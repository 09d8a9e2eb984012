import type { Content } from '../../content/content';
import type { Rating } from '../../core/reply';
import type { Redactor } from '../../privacy/redactor';
import type { Next, Offer, OfferedChoice } from '../dialogs/choice-dialog';
import type { Recorder } from '../recorder';
import type { Turn } from '../turn';
import { choice } from './say-answer';
import { offerTicket } from './ticket-offer';

/** Takes what people say about an answer: whether it helped, and a comment if they like. */
export class FeedbackResponse {
  constructor(
    private readonly content: Content,
    private readonly recorder: Recorder,
    private readonly redactor: Redactor,
  ) {}

  /** Notes a rating; the last one counts. After a no it offers a ticket. */
  async rate(turn: Turn, answer: string, helped: boolean): Promise<Next | undefined> {
    await this.recorder.rated(turn, answer, helped);
    const others = [this.#commentChoice(turn, answer)];
    if (!helped) return offerTicket(turn, { content: this.content, reason: 'unhelpful', others });
    await turn.say({ type: 'text', text: turn.t('feedback.glad'), choices: others });
    return { choices: others, byWords: false };
  }

  /** Only notes a rating, with what was written to it, where something else is under way. */
  async note(turn: Turn, answer: string, { helped, comment }: Rating): Promise<void> {
    await this.recorder.rated(turn, answer, helped);
    if (comment !== undefined) await this.#comment(turn, answer, comment);
  }

  /** Waits for a comment: whatever is written next, unless it is a question. */
  async askComment(turn: Turn, answer: string): Promise<Offer> {
    const skip = { type: 'no-comment' } as const;
    const choices = [choice(turn.t('ticket:comment.skip'), skip)];
    await turn.say({ type: 'question', text: turn.t('ticket:comment.ask'), choices });
    return { choices, no: skip, byWords: false, otherwise: { type: 'commented', answer } };
  }

  async keepComment(turn: Turn, answer: string): Promise<undefined> {
    await this.#comment(turn, answer, turn.utterance);
    await turn.say({ type: 'text', text: turn.t('ticket:comment.saved') });
  }

  async #comment(turn: Turn, answer: string, words: string): Promise<void> {
    const comment = await this.redactor.redact(words);
    await this.recorder.note(turn, { type: 'commented', answer, comment });
  }

  #commentChoice({ t }: Turn, answer: string): OfferedChoice {
    return choice(t('ticket:comment.choice'), { type: 'comment', answer });
  }
}
