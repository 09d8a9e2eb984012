import type { Log } from './log';
import { PAUSE_MS } from './patient-clock';

const DAY_MS = 86_400_000;

/** Warns at a start when the clock is more than a day away from how late it was when the bot ran last. */
export function tellOfClock(log: Log, now: Date, last: Date | undefined): void {
  const since = last === undefined ? 0 : now.getTime() - last.getTime();
  if (Math.abs(since) <= PAUSE_MS) return;
  const days = Math.round(since / DAY_MS);
  const facts = { now: now.toISOString(), last: last?.toISOString(), days };
  if (since > 0)
    log.warn(facts, 'long pause, or a clock that is ahead: nothing is deleted for an hour');
  else log.warn(facts, 'clock is behind what was kept, or was ahead then: see that it is right');
}
