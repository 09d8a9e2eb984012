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
  const logs = new Map<IntentId, number>();
  for (const { scored, weight } of opinions)
    for (const { intent, score } of scored)
      logs.set(
        intent,
        (logs.get(intent) ?? bonuses.get(intent) ?? 0) + weight * Math.log(score + FLOOR),
      );
  const weights = [...logs].map(([intent, log]) => ({ intent, score: Math.exp(log) }));
  const total = weights.reduce((sum, { score }) => sum + score, 0);
  return weights
    .map(({ intent, score }) => ({ intent, score: score / total }))
    .sort((left, right) => right.score - left.score);
}
