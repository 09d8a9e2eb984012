import { NONE, type Decision, type ScoredIntent } from './recognition';

/** Limits of the three bands, each 0 to 1. */
export interface Thresholds {
  /** Least score of the best intent to answer it. */
  readonly answer: number;
  /** Least score of the best intent to offer it as a choice. */
  readonly clarify: number;
  /** Least lead of the best intent over the second to answer it. */
  readonly margin: number;
}

/**
 * Puts scored intents (best first) into a band: `answer` when the best one is sure and clearly ahead,
 * `clarify` when one of the catalogue is likely enough to ask for, else `fallback`.
 */
export function decide(scored: readonly ScoredIntent[], thresholds: Thresholds): Decision {
  const [best, second] = scored;
  if (best === undefined) return 'fallback';
  const lead = best.score - (second?.score ?? 0);
  if (best.intent !== NONE && best.score >= thresholds.answer && lead >= thresholds.margin) {
    return 'answer';
  }
  const choice = scored.find(({ intent }) => intent !== NONE);
  return choice !== undefined && choice.score >= thresholds.clarify ? 'clarify' : 'fallback';
}
