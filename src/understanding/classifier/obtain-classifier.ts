import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decodeModel, encodeModel } from './model-file';
import { intentsOf } from './collect-examples';
import type { IntentClassifier } from './intent-classifier';
import { MOST_TRAINED_INTENTS, trainClassifier } from './train-classifier';
import { trainModel, versionOf } from './train-model';
import { TrainedClassifier } from './trained-classifier';
import type { TrainingSet } from './training-set';

/**
 * Loads the stored classifier of a training set, or trains it (seconds) and stores it when the file is missing, broken
 * or of other content.
 */
export function obtainClassifier(set: TrainingSet, modelFile: string): IntentClassifier {
  if (intentsOf(set).length > MOST_TRAINED_INTENTS) return trainClassifier(set);
  const stored = readModel(modelFile);
  if (stored?.version === versionOf(set)) return new TrainedClassifier(stored);
  const model = trainModel(set);
  mkdirSync(dirname(modelFile), { recursive: true });
  // Written beside and renamed, so that a second process never reads half a model.
  const draft = `${modelFile}.${process.pid}`;
  writeFileSync(draft, encodeModel(model));
  renameSync(draft, modelFile);
  return new TrainedClassifier(model);
}

function readModel(file: string) {
  try {
    return decodeModel(readFileSync(file));
  } catch {
    return undefined;
  }
}
