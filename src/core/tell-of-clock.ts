import type { Log } from './log';

const DAY_MS = 86_400_000;

/** Warns at a start when the clock is more than a day away from when something happened last. */
export function tellOfClock(log: Log, now: Date, last: Date | undefined): void {
  const days = last === undefined ? 0 : (now.getTime() - last.getTime()) / DAY_MS;
  if (Math.abs(days) <= 1) return;
  const facts = { now: now.toISOString(), last: last?.toISOString(), days: Math.round(days) };
  if (days > 0)
    log.warn(facts, 'long pause, or a clock that is ahead: nothing is deleted for an hour');
  else log.warn(facts, 'clock is behind what was kept, or was ahead then: see that it is right');
}
