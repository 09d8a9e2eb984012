import type { Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import type { IntentId } from '../../core/recognition';
import type { Lexicon } from '../languages/lexicon';
import type { Calibration } from './calibration';
import type { Network } from './network';
import type { PackedLayer } from './packed-layer';
import type { IndexedVectors } from './utterance-index';

/** Everything that training learns; a classifier is made of it alone. */
export interface Model {
  readonly version: string;
  /** Sorted; a class is an index into it. */
  readonly intents: readonly IntentId[];
  readonly vocabulary: VocabularyData;
  readonly linear: PackedLayer;
  readonly network: Network;
  readonly languages: Readonly<Record<Language, LanguageModel>>;
}

export interface VocabularyData {
  readonly hashes: Int32Array;
  readonly rarity: Float32Array;
  readonly unseen: number;
}

/** What a language's utterances and held-out lines give before they are indexed. */
export interface ReadLanguage {
  readonly lexicon: Lexicon;
  /** Words of the training utterances and in how many each stands. */
  readonly words: Readonly<Record<string, number>>;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  /** Training utterances and the class of each. */
  readonly texts: readonly string[];
  readonly classes: readonly number[];
}

/** The part of a model that each language has for itself. */
export interface LanguageModel extends ReadLanguage {
  /** Words of the training utterances, to find the nearest by. */
  readonly index: IndexedVectors;
}
