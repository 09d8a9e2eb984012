import type { IntentId, ScoredIntent } from '../../core/recognition';

/**
 * Scores with those of the best one's siblings, whose answers tell the same, added to its own: asking which
 * of them is meant would help nobody. Best first.
 */
export function withSiblings(
  [best, ...others]: readonly ScoredIntent[],
  siblingsOf: (intent: IntentId) => readonly IntentId[],
): readonly ScoredIntent[] {
  if (best === undefined) return [];
  const siblings = siblingsOf(best.intent);
  const isSibling = ({ intent }: ScoredIntent) => siblings.includes(intent);
  const added = others.filter(isSibling).reduce((sum, { score }) => sum + score, 0);
  return [{ ...best, score: best.score + added }, ...others.filter((scored) => !isSibling(scored))];
}
