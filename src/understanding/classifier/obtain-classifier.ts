import { obtainFile } from '../obtain-file';
import { intentsOf } from './collect-examples';
import type { IntentClassifier } from './intent-classifier';
import { decodeModel, encodeModel } from './model-file';
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
  const version = versionOf(set);
  const model = obtainFile(modelFile, {
    make: () => trainModel(set),
    encode: encodeModel,
    decode: (bytes) => {
      const stored = decodeModel(bytes);
      return stored?.version === version ? stored : undefined;
    },
  });
  return new TrainedClassifier(model);
}
