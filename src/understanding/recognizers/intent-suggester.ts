import type { Language } from '../../core/language';
import type { ScoredIntent } from '../../core/recognition';

/** A question as it waits for a second opinion. */
export interface SuggestionRequest {
  readonly text: string;
  readonly language: Language;
}

/** Port: what would another classifier take a question for? Takes seconds to minutes: not for a turn. */
export interface IntentSuggester {
  /**
   * One suggestion a question, in the order given; undefined where there is none. Any number of questions.
   * Rejects when nothing could be found out about them.
   */
  suggest(questions: readonly SuggestionRequest[]): Promise<readonly (ScoredIntent | undefined)[]>;
}
