import type { Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import type { IntentId, ScoredIntent } from '../../core/recognition';
import type { SparseVector } from './vocabulary';

/** A training utterance that resembles what the person wrote. */
export interface NearUtterance {
  readonly text: string;
  readonly intent: IntentId;
  /** Cosine of the weighted words of both, 0 to 1. */
  readonly similarity: number;
}

/** Port: one cleaned question and its language in, calibrated intents out. Same input, same output. */
export interface IntentClassifier {
  /** Changes with the engine, the training utterances and the lexicons. */
  readonly version: string;
  /** All intents that it can give, `none` included, sorted by id. */
  readonly intents: readonly IntentId[];
  /** Scores every intent; best first, each 0 to 1, summing to 1. Linear in the length of the text. */
  classify(text: string, language: Language): readonly ScoredIntent[];
  /** Limits of the bands, fitted on held-out utterances of that language. */
  thresholds(language: Language): Thresholds;
  /** The most similar training utterances of that language, best first, at most `count`. */
  nearest(text: string, language: Language, count: number): readonly NearUtterance[];
  /** The weighted words of a text, to compare texts by their cosine. Lengths differ. */
  vectorOf(text: string, language: Language): SparseVector;
}
