import { decide, type Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import type { Recognition, ScoredIntent } from '../../core/recognition';
import type { IntentSuggester, SuggestionRequest } from './intent-suggester';
import type { Recognizer, UtteranceContext } from './recognizer';

export interface AzureRecognizerOptions {
  readonly suggester: IntentSuggester;
  /** Reads the language, which the service must be told. */
  readonly local: Recognizer;
  readonly thresholds: (language: Language) => Thresholds;
}

interface Waiting extends SuggestionRequest {
  readonly take: (suggestion: ScoredIntent | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Recognizes by custom classification, to measure it: seconds a message, each taken for one question. Messages that
 * come together are classified together.
 */
export class AzureRecognizer implements Recognizer {
  readonly #options: AzureRecognizerOptions;
  #waiting: Waiting[] = [];

  constructor(options: AzureRecognizerOptions) {
    this.#options = options;
  }

  async recognize(text: string, context: UtteranceContext): Promise<Recognition> {
    const { local, thresholds } = this.#options;
    const { language, languageEvidence } = await local.recognize(text, context);
    const best = text.trim() === '' ? undefined : await this.#suggest({ text, language });
    const intents = best === undefined ? [] : [best];
    const decision = decide(intents, thresholds(language));
    const parts = [{ text, decision, intents, entities: [] }];
    return { text, language, languageEvidence, parts, version: 'azure' };
  }

  #suggest(request: SuggestionRequest): Promise<ScoredIntent | undefined> {
    if (this.#waiting.length === 0) setImmediate(() => void this.#flush());
    return new Promise((take, fail) => this.#waiting.push({ ...request, take, fail }));
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const suggestions = await this.#options.suggester.suggest(waiting);
      for (const [index, { take }] of waiting.entries()) take(suggestions[index]);
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  }
}
