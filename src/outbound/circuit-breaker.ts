import {
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
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
    halfOpenAfter: BREAK_MS,
  });
}
