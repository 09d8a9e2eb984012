import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';
import type { FollowUp } from './follow-up-reader';
import { poolScores } from './pool-scores';

/** Nats that topics of the conversation itself lose: what leans on an answer is hardly about the bot. */
const ABOUT_THE_BOT = 2.5;
const SERVICE = 'service.';

/** Scores a follow-up by all ways to read it, best first, summing to 1; `previous` is what was answered before. */
export function classifyFollowUp(
  { readings, home, stay }: FollowUp,
  classify: (text: string) => readonly ScoredIntent[],
  previous?: IntentId,
): readonly ScoredIntent[] {
  const opinions = readings.map(({ text, weight }) => ({ weight, scored: classify(text) }));
  const [alone = []] = opinions.map(({ scored }) => scored);
  const services = alone.filter(({ intent }) => intent.startsWith(SERVICE));
  const bonuses = new Map(services.map(({ intent }) => [intent, -ABOUT_THE_BOT]));
  bonuses.set(NONE, -home);
  if (previous !== undefined) bonuses.set(previous, stay);
  return poolScores(opinions, bonuses);
}
