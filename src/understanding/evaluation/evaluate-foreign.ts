import type { Language } from '../../core/language';
import { NONE, type IntentId } from '../../core/recognition';
import { copyEvidence, type CalibrationCase } from '../classifier/calibration';
import { fitCalibration } from '../classifier/fit-calibration';
import type { Model } from '../classifier/model';
import { trainModel } from '../classifier/train-model';
import { TrainedClassifier } from '../classifier/trained-classifier';
import type { TrainingSet } from '../classifier/training-set';
import type { ForeignUtterance } from './foreign-utterance';
import { chooseThreshold, rejectBelow, type RejectionFigures, type ScoredLine } from './rejection';

/** Figures of the bare classifier on a foreign set. */
export interface ForeignFigures {
  readonly intents: number;
  readonly trained: number;
  readonly tested: number;
  /** Share of in-scope test lines whose best intent is right, nothing rejected. */
  readonly accuracy: number;
  /** At one threshold, chosen without the test lines; absent when none of these is out of scope. */
  readonly rejection?: RejectionFigures;
}

/** Parts of the training lines that are left out in turn where a set has no validation lines. */
const FOLDS = 5;

type Lines = readonly ForeignUtterance[];

/**
 * Trains on the `train` lines of a set and measures on the `test` lines of another (or the same). Calibration and
 * threshold are fitted on its `validation` lines, or by cross-validation where it has none.
 */
export function evaluateForeign(trainFile: Lines, testFile: Lines): ForeignFigures {
  const train = trainFile.filter(({ split }) => split === 'train');
  const test = testFile.filter(({ split }) => split === 'test');
  const validation = trainFile.filter(({ split }) => split === 'validation');
  const model = trainModel(trainingSetOf(train, validation));
  const classifier = new TrainedClassifier(
    validation.length > 0 ? model : withCrossValidatedScores(model, train),
  );
  const scored = score(classifier, test);
  const threshold = chooseThreshold(score(classifier, validation));
  return {
    intents: classifier.intents.length - 1,
    trained: train.length,
    tested: test.length,
    accuracy: accuracyOf(scored),
    ...(test.some(({ intent }) => intent === NONE) && {
      rejection: rejectBelow(scored, threshold),
    }),
  };
}

/** Calibrates a model by the scores that its like, trained without a fold, gives the lines of that fold. */
function withCrossValidatedScores(model: Model, train: Lines): Model {
  const cases = Array.from({ length: FOLDS }, (_, fold) => scoreFold(model, train, fold)).flat();
  const calibration = fitCalibration(cases, {
    classes: model.intents.length,
    noneClass: model.intents.indexOf(NONE),
  });
  const languages: Record<Language, Model['languages'][string]> = {};
  for (const [language, part] of Object.entries(model.languages)) {
    languages[language] = { ...part, calibration };
  }
  return { ...model, languages };
}

function scoreFold(model: Model, train: Lines, fold: number): readonly CalibrationCase[] {
  const known = train.filter((_, i) => i % FOLDS !== fold);
  const classifier = new TrainedClassifier(trainModel(trainingSetOf(known, [])));
  // A rare intent may be missing from the other folds; then its class has another number there.
  if (classifier.intents.length !== model.intents.length) return [];
  return train
    .filter((_, i) => i % FOLDS === fold)
    .map(({ text, language, intent }) => ({
      evidence: copyEvidence(classifier.weighEvidence(text, language)),
      accepted: [classifier.intents.indexOf(intent)],
    }));
}

function score(classifier: TrainedClassifier, lines: Lines): readonly ScoredLine[] {
  return lines.map(({ text, language, intent }) => ({
    scored: classifier.classify(text, language).slice(0, 2),
    intent,
  }));
}

function accuracyOf(lines: readonly ScoredLine[]): number {
  const inScope = lines.filter(({ intent }) => intent !== NONE);
  const right = inScope.filter(
    ({ scored, intent }) => scored.find((one) => one.intent !== NONE)?.intent === intent,
  );
  return right.length / Math.max(inScope.length, 1);
}

function trainingSetOf(train: Lines, validation: Lines): TrainingSet {
  const utterances: Record<Language, Record<IntentId, string[]>> = {};
  const heldOut: Record<Language, { text: string; intents: readonly IntentId[] }[]> = {};
  for (const { language, intent, text } of train) {
    const byIntent = (utterances[language] ??= {});
    (byIntent[intent] ??= []).push(text);
  }
  for (const { language, intent, text } of validation) {
    (heldOut[language] ??= []).push({ text, intents: [intent] });
  }
  return { utterances, heldOut, lexicons: {} };
}
