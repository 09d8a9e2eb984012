import type { Lesson } from '../../core/lesson';
import type { Trial } from './trial';

/**
 * Where a change is: being tried; refused, as another entry would lose; ready to be accepted; accepted, waiting for
 * `npm run learn`; in the files; dropped by a supporter; or its trial broke off.
 */
export const CHANGE_STATES = [
  'trying',
  'refused',
  'ready',
  'accepted',
  'applied',
  'dropped',
  'failed',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Who brought a change into a state, and when. */
export interface ChangeStep {
  readonly state: ChangeState;
  /** Id of the supporter; of the program itself, `bot`. */
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A lesson on its way to the content. */
export interface LearningChange {
  readonly id: string;
  readonly lesson: Lesson;
  readonly state: ChangeState;
  /** Absent before the trial is over. */
  readonly trial?: Trial | undefined;
  /** Everything that happened to it, first to last. */
  readonly history: readonly ChangeStep[];
}
