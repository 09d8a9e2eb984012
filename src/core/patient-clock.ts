import type { Clock } from './clock';

/** Less is no jump: clocks are corrected all the time. */
const JUMP_MS = 60_000;
const PATIENCE_MS = 3_600_000;
/** A bot may have stood still for so long before a start. */
export const PAUSE_MS = 86_400_000;

/**
 * A clock to delete by, which can't be undone: when `now` jumps ahead of the `steady` one, it follows an hour later, and
 * not at all when `now` was set right meanwhile. So it does from the start when `now` is more than a day after `last`, when
 * it was seen to be last: the machine may not know the time yet.
 */
export function patientClock(now: Clock, steady: Clock, last?: Date): Clock {
  const [began, start] = [steady().getTime(), now().getTime()];
  const isDoubtful = last !== undefined && start - last.getTime() > PAUSE_MS;
  let ahead = (isDoubtful ? last.getTime() : start) - began;
  let jumpedAt = isDoubtful ? began : undefined;
  return () => {
    const at = steady().getTime();
    const found = now().getTime() - at;
    if (found - ahead < JUMP_MS) jumpedAt = undefined;
    else jumpedAt ??= at;
    if (jumpedAt === undefined || at - jumpedAt >= PATIENCE_MS) ahead = found;
    return new Date(at + ahead);
  };
}
