import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import type { Clock } from '../../core/clock';
import { byLesson } from '../../understanding/evaluation/compare-held-out';
import { knownSchema, movedSchema, retrainedSchema, type TryLesson } from './trial';
import type { TrialPart, TrialTask } from './trial-parts';

/** A trial takes ten seconds on an idle machine; one that takes so long will not end well. */
const TIMEOUT_MS = 180_000;

/** Tries lessons in threads beside the bot's own, so that nobody who chats waits for it. One trial runs at a time. */
export function createTrial(options: {
  /** Folder that holds `dialogs/` and `locales/`. */
  readonly root: string;
  /** Compiled `trial-worker`. */
  readonly workerFile: string;
  readonly now: Clock;
}): TryLesson {
  const { root, workerFile, now } = options;
  const run = async <Result>(part: TrialPart, task: TrialTask, schema: z.ZodType<Result>) =>
    schema.parse(await work(workerFile, { part, ...task }));
  let last: Promise<unknown> = Promise.resolve();
  return (lesson, accepted) => {
    const trial = last.then(async () => {
      const started = now().getTime();
      const task = { root, lesson, accepted };
      const [{ moved, ...known }, whole] = await Promise.all([
        run('known', task, knownSchema.extend({ moved: movedSchema })),
        run('retrained', task, retrainedSchema),
      ]);
      const retrained = { ...whole, heldOut: byLesson(whole.heldOut, moved) };
      return { known, retrained, seconds: (now().getTime() - started) / 1000 };
    });
    last = trial.catch(() => undefined);
    return trial;
  };
}

async function work(file: string, workerData: object): Promise<unknown> {
  const worker = new Worker(file, { workerData });
  // A bot that is asked to stop doesn't wait for a trial.
  worker.unref();
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const [message] = (await once(worker, 'message', { signal })) as readonly unknown[];
    return message;
  } finally {
    await worker.terminate();
  }
}
