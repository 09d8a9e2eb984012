import type { PageRequest } from '../page';

/** Ids that stand for nobody in particular: the program, and whoever has the shared password. */
const NAMELESS = new Set(['bot', 'password']);

/** Who brought a change into a state, as a reader is told. */
export function whoDid(by: string, t: PageRequest['t']): string {
  return NAMELESS.has(by) ? t(`support-page:unanswered.by.${by}`) : by;
}
