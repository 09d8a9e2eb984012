import type { Clock } from './clock';

/** Less is no jump: clocks are corrected all the time. */
const JUMP_MS = 60_000;
const PATIENCE_MS = 3_600_000;

/**
 * A clock to delete by, which can't be undone: when `now` jumps ahead of the `steady` one, it follows an hour later, and
 * not at all when `now` was set right meanwhile.
 */
export function patientClock(now: Clock, steady: Clock): Clock {
  let ahead = now().getTime() - steady().getTime();
  let jumpedAt: number | undefined;
  return () => {
    const at = steady().getTime();
    const found = now().getTime() - at;
    if (found - ahead < JUMP_MS) jumpedAt = undefined;
    else jumpedAt ??= at;
    if (jumpedAt === undefined || at - jumpedAt >= PATIENCE_MS) ahead = found;
    return new Date(at + ahead);
  };
}
