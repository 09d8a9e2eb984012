import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import type { RecordRedactor } from '../../privacy/record-redactor';
import type { KeyPhraseExtractor } from '../../understanding/key-phrases/key-phrase-extractor';
import type { IntentSuggester } from '../../understanding/recognizers/intent-suggester';
import type { OpenQuestion, SecondOpinionStore } from './second-opinion-store';

export interface SecondOpinionsOptions {
  readonly store: SecondOpinionStore;
  readonly redactor: RecordRedactor;
  readonly keyPhrases: KeyPhraseExtractor;
  /** Absent where no model was trained. */
  readonly suggester?: IntentSuggester | undefined;
  readonly log: Log;
}

/** Questions a pass: as many as a job of the service takes. */
const AT_ONCE = 25;
/** Passes that a question gets before what has been found out is final. */
const MOST_LOOKS = 10;
const FIRST_MS = 10_000;
const EVERY_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Finds out more about unanswered questions, beside the bot and never in anybody's turn: names are hidden, an entry is
 * suggested, phrases name what they are about. While that fails the pauses double from a minute to an hour.
 */
export class SecondOpinions {
  readonly #options: SecondOpinionsOptions;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(options: SecondOpinionsOptions) {
    this.#options = options;
  }

  /** Keeps working until closed, on one of several instances at a time. */
  start(instances: Pick<Instances, 'runsOnOne'>): void {
    const job = async (): Promise<void> => {
      this.#failures = (await this.pass()) ? 0 : this.#failures + 1;
    };
    const work = () => {
      this.#pass = instances
        .runsOnOne('second-opinions', job)
        .catch((err: unknown) => this.#options.log.error({ err }, 'second opinions failed'))
        .then(() => {
          if (this.#timer !== undefined) this.#timer = setTimeout(work, this.#pause()).unref();
        });
    };
    this.#timer = setTimeout(work, FIRST_MS).unref();
  }

  /** Lets a pass that is under way end. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  /** Looks at some questions; gives whether everything could be found out about them. */
  async pass(): Promise<boolean> {
    const { store, redactor } = this.#options;
    const questions = await store.open(AT_ONCE);
    const [first] = questions;
    if (first === undefined) return true;
    const { texts, redactedBy } = await redactor.redactAll(
      questions.map(({ text }) => text),
      first.language,
    );
    const safe = questions.map((question, index) => ({ ...question, text: texts[index] ?? '' }));
    const [phrases, suggestions] = [await this.#phrases(safe), await this.#suggestions(safe)];
    const isWhole = redactedBy !== 'local' && phrases !== undefined && suggestions !== undefined;
    for (const [index, { id, text, looks }] of safe.entries()) {
      const opinion = {
        ...{ redactedBy, phrases: phrases?.[index] ?? [] },
        suggestion: suggestions?.[index],
      };
      await store.keep(id, { text, opinion, isFinal: isWhole || looks + 1 >= MOST_LOOKS });
    }
    return isWhole;
  }

  #phrases(questions: readonly OpenQuestion[]) {
    const texts = questions.map(({ text }) => text);
    const { keyPhrases } = this.#options;
    return keyPhrases.extract(texts, questions[0]?.language ?? '').catch(() => undefined);
  }

  async #suggestions(questions: readonly OpenQuestion[]) {
    const { suggester } = this.#options;
    return suggester === undefined ? [] : suggester.suggest(questions).catch(() => undefined);
  }

  #pause(): number {
    return Math.min(EVERY_MS * 2 ** this.#failures, LONGEST_WAIT_MS);
  }
}
