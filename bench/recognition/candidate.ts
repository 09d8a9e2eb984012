import type { Language } from '../../src/core/language';
import type { IntentId } from '../../src/core/recognition';
import type { TrainingSet } from '../../src/understanding/classifier/training-set';

/** The intent that an engine finds likeliest, and how sure it is by its own measure: higher is surer. */
export interface Guess {
  readonly intent: IntentId;
  readonly score: number;
}

export type Guesser = (text: string, language: Language) => Promise<Guess> | Guess;

/** An engine of the comparison; all are trained on the same utterances. */
export interface Candidate {
  readonly name: string;
  /** Takes a second a line, and is therefore measured on a sample only. */
  readonly isSlow?: boolean;
  readonly train: (set: TrainingSet) => Promise<Guesser> | Guesser;
}

/** Utterances of one language with their intents. */
export function linesOf(
  set: TrainingSet,
  language: Language,
): readonly { readonly text: string; readonly intent: IntentId }[] {
  return Object.entries(set.utterances[language] ?? {}).flatMap(([intent, texts]) =>
    texts.map((text) => ({ text, intent })),
  );
}
