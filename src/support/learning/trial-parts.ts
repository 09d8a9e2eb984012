import { loadContent } from '../../content/load-content';
import type { Lesson } from '../../core/lesson';
import { modelFile } from '../../model-file-path';
import { obtainClassifier } from '../../understanding/classifier/obtain-classifier';
import { trainClassifier } from '../../understanding/classifier/train-classifier';
import { trainingSetFromContent } from '../../understanding/classifier/training-set-from-content';
import { compareHeldOut, look } from '../../understanding/evaluation/compare-held-out';
import { compareKnown, type Comparison } from '../../understanding/evaluation/compare-known';
import { teach } from '../../understanding/evaluation/teach';
import type { Trial } from './trial';

/** What is tried, and on the content of which folder. */
export interface TrialTask {
  readonly root: string;
  readonly lesson: Lesson;
  readonly accepted: readonly Lesson[];
}

/** The two halves of a trial, each some seconds of work for one core. */
export const TRIAL_PARTS = {
  known({ root, lesson, accepted }: TrialTask): Comparison {
    return compareKnown(teach(readSet(root), accepted), lesson);
  },
  retrained({ root, lesson, accepted }: TrialTask): Trial['retrained'] {
    const set = readSet(root);
    const today = obtainClassifier(set, modelFile(root));
    const retrained = trainClassifier(teach(set, [...accepted, lesson]));
    const { language } = lesson;
    return {
      version: today.version,
      heldOut: compareHeldOut(set, { today, retrained }),
      taught: lesson.utterances.map((text) => ({
        text,
        before: look(today, text, language),
        after: look(retrained, text, language),
      })),
    };
  },
} as const;
export type TrialPart = keyof typeof TRIAL_PARTS;

function readSet(root: string) {
  return trainingSetFromContent(root, loadContent(root));
}
