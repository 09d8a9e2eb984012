import type { IntentId, ScoredIntent } from '../../core/recognition';

/** What one reading of a message gives, and how much it counts, 0 to 1. */
export interface Opinion {
  readonly scored: readonly ScoredIntent[];
  readonly weight: number;
}

/** No opinion rules an intent out for good: it may be wrong. */
const FLOOR = 0.0003;

/**
 * Pools opinions on the same intents by their weighted geometric mean: what all hold possible wins
 * over what one is sure of. `bonuses` are nats that intents get on top. Best first, summing to 1.
 */
export function poolScores(
  opinions: readonly Opinion[],
  bonuses: ReadonlyMap<IntentId, number> = new Map(),
): readonly ScoredIntent[] {
  const pooled = new Map<IntentId, { readonly intent: IntentId; score: number }>();
  for (const { scored, weight } of opinions)
    for (const { intent, score } of scored) {
      const log = weight * Math.log(score + FLOOR);
      const own = pooled.get(intent);
      if (own === undefined)
        pooled.set(intent, { intent, score: (bonuses.get(intent) ?? 0) + log });
      else own.score += log;
    }
  let total = 0;
  for (const own of pooled.values()) {
    own.score = Math.exp(own.score);
    total += own.score;
  }
  for (const own of pooled.values()) own.score /= total;
  return [...pooled.values()].sort((left, right) => right.score - left.score);
}
