import { createHash } from 'node:crypto';
import type { Language } from '../../core/language';
import { NONE, type IntentId } from '../../core/recognition';
import { Analyzers } from '../languages/analyzers';
import type { LanguageKnowledge } from '../languages/language-knowledge';
import { EMPTY_LEXICON } from '../languages/lexicon';
import { countWords } from '../languages/word-list';
import { copyEvidence, UNCALIBRATED } from './calibration';
import type { Examples } from './examples';
import { extractFeatures, type FeatureFamilies } from './extract-features';
import { fitCalibration } from './fit-calibration';
import { CAUTIOUS, fitThresholds } from './fit-thresholds';
import type { LanguageModel, Model } from './model';
import { trainLinear } from './train-linear';
import { TrainedClassifier } from './trained-classifier';
import { trainNetwork } from './train-network';
import type { TrainingSet } from './training-set';
import { Vocabulary } from './vocabulary';

/** Raise when the engine learns or scores differently, so that stored models are trained anew. */
const ENGINE = 5;
const LINEAR = { epochs: 6, rate: 0.1, seed: 1 } as const;
const NETWORK = { units: 128, rate: 0.05, dropout: 0.25, seed: 2 } as const;
/** Rounds of the network: few for a large set, more for a small one, so that it takes enough steps. */
const ROUNDS = { least: 5, most: 30, steps: 18_000 } as const;

/** Version of the model that a training set gives: same engine, utterances and lexicons, same version. */
export function versionOf(set: TrainingSet): string {
  const hash = createHash('sha256').update(JSON.stringify([ENGINE, LINEAR, NETWORK, ROUNDS, set]));
  return hash.digest('hex').slice(0, 16);
}

/** Trains, calibrates and fits thresholds. Deterministic: the same set gives the same model, byte for byte. */
export function trainModel(set: TrainingSet): Model {
  const intents = intentsOf(set);
  const { features, labels, languages } = collect(set, intents);
  const vocabulary = Vocabulary.learn(features);
  const examples = weighExamples(features, labels, vocabulary);
  const shape = { features: vocabulary.size, classes: intents.length };
  const { hashes, rarity, unseen } = vocabulary;
  const model: Model = {
    version: versionOf(set),
    intents,
    vocabulary: { hashes, rarity, unseen },
    linear: trainLinear(examples, shape, LINEAR),
    network: trainNetwork(examples, shape, { ...NETWORK, epochs: roundsFor(labels.length) }),
    languages,
  };
  return fitToHeldOut(fitToHeldOut(model, set, calibrateLanguage), set, chooseThresholds);
}

/** Trains a classifier; see {@link trainModel}. */
export function trainClassifier(set: TrainingSet): TrainedClassifier {
  return new TrainedClassifier(trainModel(set));
}

function roundsFor(examples: number): number {
  const wanted = Math.ceil(ROUNDS.steps / Math.max(examples, 1));
  return Math.min(Math.max(wanted, ROUNDS.least), ROUNDS.most);
}

/** The intents of a set, sorted; their places are the classes. */
export function intentsOf(set: TrainingSet): IntentId[] {
  const all = Object.values(set.utterances).flatMap((byIntent) => Object.keys(byIntent));
  return [...new Set([...all, NONE])].sort();
}

function knowledgeOf(set: TrainingSet): Map<Language, LanguageKnowledge> {
  return new Map(
    Object.entries(set.utterances).map(([language, byIntent]) => [
      language,
      {
        lexicon: set.lexicons[language] ?? EMPTY_LEXICON,
        words: countWords(Object.values(byIntent).flat()),
      },
    ]),
  );
}

interface Collected {
  readonly features: readonly FeatureFamilies[];
  readonly labels: readonly number[];
  readonly languages: Record<string, LanguageModel>;
}

/** Reads all utterances of a set: features and class of each, language by language. */
export function collect(set: TrainingSet, intents: readonly IntentId[]): Collected {
  const features: FeatureFamilies[] = [];
  const labels: number[] = [];
  const languages: Record<string, LanguageModel> = {};
  const knowledge = knowledgeOf(set);
  const analyzers = new Analyzers(knowledge);
  for (const [language, byIntent] of Object.entries(set.utterances)) {
    const lines = Object.entries(byIntent).flatMap(([intent, texts]) =>
      texts.map((text) => ({ text, label: intents.indexOf(intent) })),
    );
    for (const { text, label } of lines) {
      features.push(extractFeatures(analyzers.analyze(text, language)));
      labels.push(label);
    }
    languages[language] = {
      lexicon: set.lexicons[language] ?? EMPTY_LEXICON,
      words: Object.fromEntries(knowledge.get(language)?.words ?? []),
      calibration: UNCALIBRATED,
      thresholds: CAUTIOUS,
      texts: lines.map(({ text }) => text),
      classes: lines.map(({ label }) => label),
    };
  }
  return { features, labels, languages };
}

/** The features of utterances as weighted rows. */
export function weighExamples(
  features: readonly FeatureFamilies[],
  labels: readonly number[],
  vocabulary: Vocabulary,
): Examples {
  const starts = new Int32Array(features.length + 1);
  const vectors = features.map((families, row) => {
    const { ids, values } = vocabulary.weigh(families);
    starts[row + 1] = (starts[row] ?? 0) + ids.length;
    return { ids: ids.slice(), values: values.slice() };
  });
  const ids = new Int32Array(starts[features.length] ?? 0);
  const values = new Float32Array(ids.length);
  vectors.forEach((vector, row) => {
    ids.set(vector.ids, starts[row]);
    values.set(vector.values, starts[row]);
  });
  return { starts, ids, values, labels: Int32Array.from(labels) };
}

type Fit = (
  classifier: TrainedClassifier,
  language: string,
  heldOut: TrainingSet['heldOut'][string],
) => Partial<LanguageModel>;

/** Replaces a part of each language's model by what fits its held-out utterances. */
function fitToHeldOut(model: Model, set: TrainingSet, fit: Fit): Model {
  const classifier = new TrainedClassifier(model);
  const languages: Record<Language, LanguageModel> = {};
  for (const [language, part] of Object.entries(model.languages)) {
    languages[language] = { ...part, ...fit(classifier, language, set.heldOut[language] ?? []) };
  }
  return { ...model, languages };
}

const calibrateLanguage: Fit = (classifier, language, heldOut) => {
  const { intents } = classifier;
  const cases = heldOut.map(({ text, intents: accepted }) => ({
    evidence: copyEvidence(classifier.weighEvidence(text, language)),
    accepted: accepted.map((intent) => intents.indexOf(intent)),
  }));
  return {
    calibration: fitCalibration(cases, {
      classes: intents.length,
      noneClass: intents.indexOf(NONE),
    }),
  };
};

const chooseThresholds: Fit = (classifier, language, heldOut) => ({
  thresholds: fitThresholds(
    heldOut.map(({ text, intents }) => ({
      scored: classifier.classify(text, language),
      accepted: intents,
    })),
  ),
});
