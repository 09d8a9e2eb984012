import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { lessonSchema } from './trial';
import { TRIAL_PARTS } from './trial-parts';

/** How much rather the system lets others run. */
const POLITENESS = 4;

const taskSchema = z.object({
  part: z.enum(['known', 'retrained']),
  root: z.string(),
  lesson: lessonSchema,
  accepted: z.array(lessonSchema),
});

// Linux gives each thread a priority of its own; elsewhere the whole bot would have to wait.
if (process.platform === 'linux') setPriority(POLITENESS);
const { part, ...task } = taskSchema.parse(workerData);
parentPort?.postMessage(TRIAL_PARTS[part](task));
