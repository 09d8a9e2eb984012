import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import type { WatchSystem } from '../core/watch-call';

/** Told how a call of another system ended, and how long it took. */
export type Called = (system: string, outcome: string, seconds: number) => void;

/** Makes calls of other systems measured, `done` or `failed` from the call to its end, and failures logged with their cause. */
export function watchCalls(called: Called, now: Clock, log: Log): WatchSystem {
  return (system) => async (call) => {
    const started = now().getTime();
    const end = (outcome: string) => called(system, outcome, (now().getTime() - started) / 1000);
    try {
      const result = await call();
      end('done');
      return result;
    } catch (err) {
      end('failed');
      log.warn({ system, err }, 'call failed');
      throw err;
    }
  };
}
