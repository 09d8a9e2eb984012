import type { Language } from '../../core/language';
import type { QuestionCluster } from '../unanswered/cluster-questions';
import type { UnansweredStore } from '../unanswered/unanswered-store';
import type { LearningDesk } from './learning-desk';

/** What supporters learn from, and how they teach. */
export interface Learning {
  readonly questions: UnansweredStore;
  readonly desk: LearningDesk;
  /** The questions of a language that wait, those that ask much the same together. */
  clusters(language: Language): Promise<readonly QuestionCluster[]>;
}
