import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { digestOf } from '../core/digest';
import type { Instances } from '../core/instances';
import type { Rate } from '../core/rate';

const SUBJECT = 'rate';
/** The others are told of each tenth of a limit that is used up here: most people never come so far within a minute. */
const TOLD_SHARE = 10;

const usedSchema = z.object({ limit: z.string(), key: z.string(), points: z.int().positive() });

/** How much of a limit is used up. */
export interface Taken {
  /** Points counted in this period, refused ones included. */
  readonly points: number;
  /** Seconds until the next period begins, one at least. */
  readonly secondsLeft: number;
}

/** Counts points under keys; what it refuses to whom is for its caller to say. */
export interface RateLimit {
  readonly rate: Rate;
  take(key: string): Promise<Taken>;
}

/**
 * Limits that hold for all instances together. Each counts in memory and tells the others now and then, so that a
 * limit costs no write and may be exceeded by a tenth for each further instance. Where an instance can't tell them, its
 * own count still holds.
 */
export class RateLimits {
  readonly #counts = new Map<string, (key: string, points: number) => Promise<void>>();
  /** What others tell counts one after another: each by what those before it have left. */
  #heard: Promise<void> = Promise.resolve();

  constructor(private readonly instances?: Pick<Instances, 'isShared' | 'tell' | 'hear'>) {
    instances?.hear(SUBJECT, {
      told: (message) => {
        // What another version tells may mean nothing here.
        this.#heard = this.#heard.then(() => this.#hear(message)).catch(() => undefined);
      },
      missed: () => undefined,
    });
  }

  /** A limit of its own; instances know it by its name. */
  limit(name: string, rate: Rate): RateLimit {
    const { points: most, seconds } = rate;
    const counter = new RateLimiterMemory({ points: most, duration: seconds });
    const share = Math.ceil(most / TOLD_SHARE);
    this.#counts.set(name, async (key, points) => {
      const { consumedPoints = 0 } = (await counter.get(key)) ?? {};
      // Not beyond the limit: the first that is refused here can be told so.
      const more = Math.min(points, most - consumedPoints);
      if (more > 0) await counter.penalty(key, more);
    });
    return {
      rate,
      take: async (id) => {
        const key = this.#keyOf(id);
        const result = await counter.consume(key).catch(asRefusal);
        const { consumedPoints: points, msBeforeNext } = result;
        if (points <= most && points % share === 0) this.#tell(name, key, share);
        // A clock that is set back makes the counter's own reckoning longer than the period.
        const left = Math.min(seconds, Math.ceil(msBeforeNext / 1000));
        return { points, secondsLeft: Math.max(1, left) };
      },
    };
  }

  /** Addresses and people are nobody's business on the way to another instance. */
  #keyOf(id: string): string {
    return this.instances?.isShared === true ? digestOf(id) : id;
  }

  #tell(limit: string, key: string, points: number): void {
    this.instances?.tell(SUBJECT, JSON.stringify({ limit, key, points }));
  }

  async #hear(message: string): Promise<void> {
    const { limit, key, points } = usedSchema.parse(JSON.parse(message));
    await this.#counts.get(limit)?.(key, points);
  }
}

function asRefusal(error: unknown): RateLimiterRes {
  if (error instanceof RateLimiterRes) return error;
  throw error;
}
