import { NONE } from '../../src/core/recognition';
import { trainClassifier } from '../../src/understanding/classifier/train-classifier';
import type { Candidate } from './candidate';

export const ours: Candidate = {
  name: 'this classifier',
  train: (set) => {
    const classifier = trainClassifier(set);
    return (text, language) => classifier.classify(text, language)[0] ?? { intent: NONE, score: 0 };
  },
};
