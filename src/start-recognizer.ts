import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Config } from './config';
import { loadContent } from './content/load-content';
import { createLog } from './create-log';
import { createRecognizer } from './create-recognizer';
import { projectRoot } from './project-root';
import type { Recognizer } from './understanding/recognizers/recognizer';
import { ThreadedRecognizer } from './understanding/recognizers/threaded-recognizer';

/**
 * Starts the recognizer in a thread of its own. Undefined where Azure AI Language is asked as well: its client belongs to
 * the bot's thread.
 */
export function startRecognizer(config: Config): Promise<Recognizer> | undefined {
  if (config.AZURE_LANGUAGE_ENDPOINT !== undefined) return undefined;
  const root = projectRoot();
  const file = join(root, 'dist', 'src', 'recognizer-worker.js');
  const workerData = { root, defaultLanguage: config.DEFAULT_LANGUAGE };
  return ThreadedRecognizer.start({
    start: () => new Worker(file, { workerData }),
    inProcess: () => createRecognizer(loadContent(root), config),
    log: createLog(config.LOG_LEVEL),
  });
}
