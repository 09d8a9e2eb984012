import { NONE, type IntentId } from '../../core/recognition';
import { trainClassifier } from '../classifier/train-classifier';
import type { IntentClassifier } from '../classifier/intent-classifier';
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

/** Every so many training lines one is held out, where a set has no validation split. */
const FOLDS = 5;

type Lines = readonly ForeignUtterance[];

/**
 * Trains on the `train` lines of a set and measures on the `test` lines of another (or the same). Calibration and
 * threshold are fitted on its `validation` lines; where it has none, the threshold by cross-validation.
 */
export function evaluateForeign(trainFile: Lines, testFile: Lines): ForeignFigures {
  const train = trainFile.filter(({ split }) => split === 'train');
  const test = testFile.filter(({ split }) => split === 'test');
  const validation = trainFile.filter(({ split }) => split === 'validation');
  const classifier = trainClassifier(trainingSetOf(train, validation));
  const scored = score(classifier, test);
  return {
    intents: classifier.intents.length - 1,
    trained: train.length,
    tested: test.length,
    accuracy: accuracyOf(scored),
    ...(test.some(({ intent }) => intent === NONE) && {
      rejection: rejectBelow(scored, thresholdOf(classifier, train, validation)),
    }),
  };
}

function thresholdOf(classifier: IntentClassifier, train: Lines, validation: Lines): number {
  if (validation.length > 0) return chooseThreshold(score(classifier, validation));
  return chooseThreshold(Array.from({ length: FOLDS }, (_, fold) => scoreFold(train, fold)).flat());
}

/** Scores a fold of the training lines by a classifier that saw only the others. */
function scoreFold(train: Lines, fold: number): readonly ScoredLine[] {
  const isHeldOut = (i: number): boolean => i % FOLDS === fold;
  const classifier = trainClassifier(
    trainingSetOf(
      train.filter((_, i) => !isHeldOut(i)),
      [],
    ),
  );
  return score(
    classifier,
    train.filter((_, i) => isHeldOut(i)),
  );
}

function score(classifier: IntentClassifier, lines: Lines): readonly ScoredLine[] {
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
  const utterances: Record<string, Record<IntentId, string[]>> = {};
  const heldOut: Record<string, { text: string; intents: readonly IntentId[] }[]> = {};
  for (const { language, intent, text } of train) {
    const byIntent = (utterances[language] ??= {});
    (byIntent[intent] ??= []).push(text);
  }
  for (const { language, intent, text } of validation) {
    (heldOut[language] ??= []).push({ text, intents: [intent] });
  }
  return { utterances, heldOut, lexicons: {} };
}
