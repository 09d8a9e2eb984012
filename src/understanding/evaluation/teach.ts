import type { Lesson } from '../../core/lesson';
import type { TrainingSet } from '../classifier/training-set';

/** A training set with lessons in it; what it has already isn't repeated. */
export function teach(set: TrainingSet, lessons: readonly Lesson[]): TrainingSet {
  return lessons.reduce((taught, { language, entry, utterances }) => {
    const byIntent = taught.utterances[language] ?? {};
    const lines = [...new Set([...(byIntent[entry] ?? []), ...utterances])];
    return {
      ...taught,
      utterances: { ...taught.utterances, [language]: { ...byIntent, [entry]: lines } },
    };
  }, set);
}
