import {
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  type IBackoff,
  type IPolicy,
  type Policy,
} from 'cockatiel';

const BREAK_AFTER_FAILURES = 5;
const BREAK_MS = 10_000;

/**
 * Leaves a server alone for ten seconds after five failures in a row: until then calls reject at once with cockatiel's
 * `BrokenCircuitError`. `failures` picks what counts as one; without it everything that rejects does.
 */
export function createCircuitBreaker(failures: Policy = handleAll): IPolicy {
  return circuitBreaker(failures, {
    breaker: new ConsecutiveBreaker(BREAK_AFTER_FAILURES),
    halfOpenAfter: { next: evenPause },
  });
}

/** The library reckons by the machine's clock, which somebody may set back: then the pause would last until it has caught up. */
function evenPause(): IBackoff<unknown> {
  const begun = performance.now();
  return {
    get duration() {
      return performance.now() - begun < BREAK_MS ? Infinity : -Infinity;
    },
    next: evenPause,
  };
}
