import type { IntentClassifier } from './intent-classifier';
import { intentsOf } from './collect-examples';
import { trainPrototypes } from './prototype-classifier';
import { trainModel } from './train-model';
import { TrainedClassifier } from './trained-classifier';
import type { TrainingSet } from './training-set';

/** Up to so many intents every one gets weights for every feature; beyond, time and memory would grow too large. */
export const MOST_TRAINED_INTENTS = 300;

/** Trains the classifier that fits the size of the set. */
export function trainClassifier(set: TrainingSet): IntentClassifier {
  if (intentsOf(set).length > MOST_TRAINED_INTENTS) return trainPrototypes(set);
  return new TrainedClassifier(trainModel(set));
}
