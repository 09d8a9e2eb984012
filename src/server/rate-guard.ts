import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Rate } from '../channels/direct-line/limits';
import { HttpError } from './http-error';

/** Counts a call under a key; throws `TooManyRequests` when there were too many. */
export type RateGuard = (key: string) => Promise<void>;

export function createRateGuard(rate: Rate): RateGuard {
  const limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      // A clock that is set back makes the limiter's own reckoning longer than the rate's time.
      const left = Math.min(rate.seconds, Math.ceil(refusal.msBeforeNext / 1000));
      const retryAfter = Math.max(1, left);
      throw new HttpError('TooManyRequests', `Too fast: wait ${retryAfter} s.`, { retryAfter });
    }
  };
}
