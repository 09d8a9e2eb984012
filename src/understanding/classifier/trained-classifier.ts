import type { Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import { Analyzers } from '../languages/analyzers';
import type { LanguageKnowledge } from '../languages/language-knowledge';
import { calibrate, UNCALIBRATED, weighLength, type Evidence } from './calibration';
import { extractFeatures } from './extract-features';
import { CAUTIOUS } from './fit-thresholds';
import type { IntentClassifier, NearUtterance } from './intent-classifier';
import type { Model } from './model';
import { scoreClasses } from './network';
import { UtteranceIndex } from './utterance-index';
import { UtteranceSums } from './utterance-sums';
import { Vocabulary, type SparseVector } from './vocabulary';

/** Classifier over a trained model: scores of hyperplanes and network, calibrated per language. */
export class TrainedClassifier implements IntentClassifier {
  readonly version: string;
  readonly intents: readonly IntentId[];
  private readonly vocabulary: Vocabulary;
  private readonly analyzers: Analyzers;
  private readonly indexes: ReadonlyMap<Language, UtteranceIndex>;
  private readonly sums: UtteranceSums;
  private readonly network: Float32Array;
  private readonly probabilities: Float32Array;
  private readonly noneClass: number;

  constructor(private readonly model: Model) {
    this.version = model.version;
    this.intents = model.intents;
    const { hashes, rarity, unseen } = model.vocabulary;
    this.vocabulary = new Vocabulary(hashes, rarity, unseen);
    this.analyzers = new Analyzers(knowledgeOf(model));
    this.indexes = new Map(
      Object.entries(model.languages).map(([language, { index }]) => [
        language,
        new UtteranceIndex(index),
      ]),
    );
    const classes = model.intents.length;
    this.network = new Float32Array(classes);
    this.sums = new UtteranceSums(this.vocabulary, [model.linear, model.network.hidden]);
    this.probabilities = new Float32Array(classes);
    this.noneClass = model.intents.indexOf(NONE);
  }

  classify(text: string, language: Language): readonly ScoredIntent[] {
    const calibration = this.model.languages[language]?.calibration ?? UNCALIBRATED;
    const evidence = this.weighEvidence(text, language);
    calibrate(evidence, calibration, { noneClass: this.noneClass, output: this.probabilities });
    return this.intents
      .map((intent, k) => ({ intent, score: this.probabilities[k] ?? 0 }))
      .sort((one, other) => other.score - one.score);
  }

  thresholds(language: Language): Thresholds {
    return this.model.languages[language]?.thresholds ?? CAUTIOUS;
  }

  nearest(text: string, language: Language, count: number): readonly NearUtterance[] {
    const part = this.model.languages[language];
    const near = this.indexes.get(language)?.nearest(this.vectorOf(text, language), count) ?? [];
    return near.map(({ row, similarity }) => ({
      text: part?.texts[row] ?? '',
      intent: this.intents[part?.classes[row] ?? -1] ?? NONE,
      similarity,
    }));
  }

  vectorOf(text: string, language: Language): SparseVector {
    const [words] = extractFeatures(this.analyzers.analyze(text, language));
    return this.vocabulary.weighToKeep([words, [], []]);
  }

  /** What each member says of a text, uncalibrated. Valid until the next call. */
  weighEvidence(text: string, language: Language): Evidence {
    const { sums, network } = this;
    const analyzed = this.analyzers.analyze(text, language);
    sums.apply(analyzed);
    const [linear = network, units = network] = sums.outputs;
    scoreClasses(this.model.network.output, units, network);
    return { linear, network, length: weighLength(analyzed.words.length) };
  }
}

function knowledgeOf({ languages }: Model): Map<Language, LanguageKnowledge> {
  return new Map(
    Object.entries(languages).map(([language, { lexicon, words }]) => [
      language,
      { lexicon, words: new Map(Object.entries(words)) },
    ]),
  );
}
