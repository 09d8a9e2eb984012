import type { Language } from '../../core/language';
import type { IntentId } from '../../core/recognition';
import type { Lexicon } from '../languages/lexicon';

/** A held-out utterance and the intents that are right for it. */
export interface HeldOutUtterance {
  readonly text: string;
  readonly intents: readonly IntentId[];
}

/** What a classifier is trained on, by language. */
export interface TrainingSet {
  /** Utterances of each intent, `none` included. */
  readonly utterances: Readonly<Record<Language, Readonly<Record<IntentId, readonly string[]>>>>;
  /** Utterances that calibration and thresholds are fitted on, never trained on. */
  readonly heldOut: Readonly<Record<Language, readonly HeldOutUtterance[]>>;
  readonly lexicons: Readonly<Record<Language, Lexicon>>;
}
