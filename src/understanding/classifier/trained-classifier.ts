import type { Thresholds } from '../../core/decision';
import type { Language } from '../../core/language';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import { Analyzers } from '../languages/analyzers';
import type { LanguageKnowledge } from '../languages/language-knowledge';
import { calibrate, UNCALIBRATED, type Evidence } from './calibration';
import { extractFeatures, type FeatureFamilies } from './extract-features';
import type { IntentClassifier, NearUtterance } from './intent-classifier';
import { applyLayer } from './linear-layer';
import type { LanguageModel, Model } from './model';
import { rectify } from './train-network';
import { UtteranceIndex } from './utterance-index';
import { Vocabulary, type SparseVector } from './vocabulary';

const NO_THRESHOLDS: Thresholds = { answer: 0.7, clarify: 0.2, margin: 0.1 };

/** What one language needs at run time. */
interface LanguageTools {
  readonly model: LanguageModel;
  readonly index: UtteranceIndex;
}

/** Classifier over a trained model: linear and network scores, calibrated per language. */
export class TrainedClassifier implements IntentClassifier {
  readonly version: string;
  readonly intents: readonly IntentId[];
  private readonly vocabulary: Vocabulary;
  private readonly analyzers: Analyzers;
  private readonly tools: ReadonlyMap<Language, LanguageTools>;
  private readonly units: Float32Array;
  private readonly probabilities: Float32Array;
  private readonly noneClass: number;

  constructor(private readonly model: Model) {
    this.version = model.version;
    this.intents = model.intents;
    const { hashes, rarity, unseen } = model.vocabulary;
    this.vocabulary = new Vocabulary(hashes, rarity, unseen);
    this.units = new Float32Array(model.network.hidden.outputs);
    this.probabilities = new Float32Array(model.intents.length);
    this.noneClass = model.intents.indexOf(NONE);
    this.analyzers = new Analyzers(knowledgeOf(model));
    this.tools = new Map(
      Object.entries(model.languages).map(([language, part]) => {
        const vectors = part.texts.map((text) =>
          copyOf(this.weighWords(this.featuresOf(text, language))),
        );
        return [
          language,
          { model: part, index: new UtteranceIndex(vectors, this.vocabulary.size) },
        ];
      }),
    );
  }

  classify(text: string, language: Language): readonly ScoredIntent[] {
    const calibration = this.tools.get(language)?.model.calibration ?? UNCALIBRATED;
    const evidence = this.weighEvidence(text, language);
    calibrate(evidence, calibration, { noneClass: this.noneClass, output: this.probabilities });
    return this.intents
      .map((intent, k) => ({ intent, score: this.probabilities[k] ?? 0 }))
      .sort((one, other) => other.score - one.score);
  }

  thresholds(language: Language): Thresholds {
    return this.tools.get(language)?.model.thresholds ?? NO_THRESHOLDS;
  }

  nearest(text: string, language: Language, count: number): readonly NearUtterance[] {
    const tools = this.tools.get(language);
    if (tools === undefined) return [];
    const vector = this.weighWords(this.featuresOf(text, language));
    return tools.index.nearest(vector, count).map(({ row, similarity }) => ({
      text: tools.model.texts[row] ?? '',
      intent: this.intents[tools.model.classes[row] ?? -1] ?? NONE,
      similarity,
    }));
  }

  /** What each member says of a text, uncalibrated. */
  weighEvidence(text: string, language: Language): Evidence {
    const tools = this.tools.get(language);
    const features = this.featuresOf(text, language);
    const [best] = tools?.index.nearest(this.weighWords(features), 1) ?? [];
    const { ids, values, known } = this.vocabulary.weigh(features);
    const input = { ids, values, from: 0, to: ids.length };
    const linear = new Float32Array(this.intents.length);
    const network = new Float32Array(this.intents.length);
    applyLayer(this.model.linear, input, linear);
    this.applyNetwork(input, network);
    return { linear, network, known, similarity: best?.similarity ?? 0 };
  }

  private applyNetwork(input: Parameters<typeof applyLayer>[1], output: Float32Array): void {
    applyLayer(this.model.network.hidden, input, this.units);
    rectify(this.units);
    const { weights, bias, outputs } = this.model.network.output;
    output.set(bias);
    this.units.forEach((unit, j) => {
      if (unit === 0) return;
      for (let k = 0; k < outputs; k++)
        output[k] = (output[k] ?? 0) + unit * (weights[j * outputs + k] ?? 0);
    });
    toLogProbabilities(output);
  }

  private featuresOf(text: string, language: Language): FeatureFamilies {
    return extractFeatures(this.analyzers.analyze(text, language));
  }

  private weighWords([words]: FeatureFamilies): SparseVector {
    return this.vocabulary.weigh([words, [], []]);
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

function copyOf({ ids, values, known }: SparseVector): SparseVector {
  return { ids: ids.slice(), values: values.slice(), known };
}

function toLogProbabilities(scores: Float32Array): void {
  const highest = scores.reduce((one, other) => Math.max(one, other), -Infinity);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  const shift = highest + Math.log(sum);
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) - shift;
}
