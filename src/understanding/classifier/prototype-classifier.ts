import type { Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import { Analyzers } from '../languages/analyzers';
import { collect, intentsOf, knowledgeOf } from './collect-examples';
import { extractFeatures } from './extract-features';
import { CAUTIOUS } from './fit-thresholds';
import type { IntentClassifier, NearUtterance } from './intent-classifier';
import { addPrototypes } from './prototypes';
import { versionOf } from './train-model';
import type { TrainingSet } from './training-set';
import { indexVectors, UtteranceIndex } from './utterance-index';
import { Vocabulary, type SparseVector } from './vocabulary';

/** Intents that get a score; all others are as good as impossible. */
const CANDIDATES = 20;
/** Turns a difference of cosines into one of log odds. */
const SHARPNESS = 25;
/** Cosine at which an intent is as likely as none at all. */
const NONE_SIMILARITY = 0.25;

/**
 * Classifier for an FAQ of many entries: compares an utterance with the middle of each intent's utterances. Learns in
 * the time that it takes to read them, and looks only at intents that share a feature with the utterance.
 */
class PrototypeClassifier implements IntentClassifier {
  constructor(
    readonly version: string,
    readonly intents: readonly IntentId[],
    private readonly parts: {
      readonly vocabulary: Vocabulary;
      readonly analyzers: Analyzers;
      readonly prototypes: UtteranceIndex;
    },
  ) {}

  classify(text: string, language: Language): readonly ScoredIntent[] {
    const near = this.parts.prototypes.nearest(this.weigh(text, language), CANDIDATES);
    const odds = near
      .map(({ row, similarity }) => ({
        intent: this.intents[row] ?? NONE,
        score: Math.exp(SHARPNESS * (similarity - NONE_SIMILARITY)),
      }))
      .filter(({ intent }) => intent !== NONE);
    const total = odds.reduce((sum, { score }) => sum + score, 1);
    return [...odds, { intent: NONE, score: 1 }]
      .map(({ intent, score }) => ({ intent, score: score / total }))
      .sort((one, other) => other.score - one.score);
  }

  thresholds(): Thresholds {
    return CAUTIOUS;
  }

  /** Keeps no utterances: of so many entries, the nearest intents explain enough. */
  nearest(): readonly NearUtterance[] {
    return [];
  }

  vectorOf(text: string, language: Language): SparseVector {
    const { ids, values } = this.weigh(text, language);
    return { ids: ids.slice(), values: values.slice() };
  }

  private weigh(text: string, language: Language): SparseVector {
    const { analyzers, vocabulary } = this.parts;
    return vocabulary.weigh(extractFeatures(analyzers.analyze(text, language)));
  }
}

/** Learns a prototype classifier. Deterministic. */
export function trainPrototypes(set: TrainingSet): IntentClassifier {
  const intents = intentsOf(set);
  const { features, labels } = collect(set, intents);
  const vocabulary = Vocabulary.learn(features);
  const rows = addPrototypes(
    features.map((families) => vocabulary.weighToKeep(families)),
    labels,
    {
      features: vocabulary.size,
      classes: intents.length,
    },
  );
  return new PrototypeClassifier(versionOf(set), intents, {
    vocabulary,
    analyzers: new Analyzers(knowledgeOf(set)),
    prototypes: new UtteranceIndex(indexVectors(rows, vocabulary.size)),
  });
}
