import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Content } from './content/content';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { projectRoot } from './project-root';
import type { Database } from './storage/database';
import { ChangeStore } from './support/learning/change-store';
import type { Learning } from './support/learning/learning';
import { LearningDesk } from './support/learning/learning-desk';
import { createTrial } from './support/learning/run-trial';
import type { TryLesson } from './support/learning/trial';
import { clusterQuestions } from './support/unanswered/cluster-questions';
import type { UnansweredStore } from './support/unanswered/unanswered-store';
import type { IntentClassifier } from './understanding/classifier/intent-classifier';

/** Questions of one language that are looked at together: the latest. */
const MOST_CLUSTERED = 500;

export interface LearningParts {
  readonly root: string;
  readonly content: Content;
  readonly database: Database;
  readonly questions: UnansweredStore;
  /** Loads the classifier when it is first asked for. */
  readonly classifier: () => IntentClassifier;
  readonly now: Clock;
  readonly log: Log;
  readonly tryLesson?: TryLesson | undefined;
}

/** Puts together what supporters teach the bot with. */
export function createLearning(parts: LearningParts): Learning {
  const { root, content, database, questions, classifier, now, log } = parts;
  const workerFile = join(projectRoot(), 'dist', 'src', 'support', 'learning', 'trial-worker.js');
  return {
    questions,
    desk: new LearningDesk({
      ...{ content, questions, now, log, newId: randomUUID },
      changes: new ChangeStore(database, now),
      tryLesson: parts.tryLesson ?? createTrial({ root, workerFile, now }),
    }),
    async clusters(language) {
      const waiting = await questions.waiting({ language, limit: MOST_CLUSTERED });
      const model = classifier();
      return clusterQuestions(waiting, (text) => model.vectorOf(text, language));
    },
  };
}
