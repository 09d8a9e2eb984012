import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import type { FollowUp } from './follow-up-reader';
import { poolScores } from './pool-scores';

/** Scores a follow-up by all ways to read it, best first, summing to 1; `previous` is what was answered before. */
export function classifyFollowUp(
  { readings, home, stay }: FollowUp,
  classify: (text: string) => readonly ScoredIntent[],
  previous?: IntentId,
): readonly ScoredIntent[] {
  const opinions = readings.map(({ text, weight }) => ({ weight, scored: classify(text) }));
  const bonuses = new Map([[NONE, -home]]);
  if (previous !== undefined) bonuses.set(previous, stay);
  return poolScores(opinions, bonuses);
}
