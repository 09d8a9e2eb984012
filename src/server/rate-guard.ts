import type { RateLimit } from '../rates/rate-limits';
import { HttpError } from './http-error';

/** Counts a call under a key; throws `TooManyRequests` when there were too many. */
export type RateGuard = (key: string) => Promise<void>;

export function createRateGuard(limit: RateLimit): RateGuard {
  return async (key) => {
    const { points, secondsLeft: retryAfter } = await limit.take(key);
    if (points > limit.rate.points)
      throw new HttpError('TooManyRequests', `Too fast: wait ${retryAfter} s.`, { retryAfter });
  };
}
