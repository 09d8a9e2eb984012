import { decide, type Thresholds } from '../../core/decision';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';

/** A held-out utterance as scored, and the intents that are right for it. */
export interface ScoredCase {
  readonly scored: readonly ScoredIntent[];
  readonly accepted: readonly IntentId[];
}

/** What each outcome costs. A wrong answer is far worse than a question back; a needless question is a nuisance. */
const COST = {
  wrong: 8,
  rightOffered: 0.6,
  wrongOffered: 2,
  refused: 2,
  noneOffered: 0.7,
} as const;
const CHOICES = 3;

/** Picks the thresholds of least cost on held-out cases. */
export function fitThresholds(cases: readonly ScoredCase[]): Thresholds {
  let best: Thresholds = { answer: 0.6, clarify: 0.2, margin: 0.1 };
  let least = totalCost(cases, best);
  for (const thresholds of candidates()) {
    const cost = totalCost(cases, thresholds);
    if (cost < least) [least, best] = [cost, thresholds];
  }
  return best;
}

function* candidates(): Generator<Thresholds> {
  for (let answer = 0.3; answer < 0.95; answer += 0.02) {
    for (const margin of [0, 0.05, 0.1, 0.2, 0.3, 0.4]) {
      for (let clarify = 0.06; clarify < 0.4; clarify += 0.03) yield { answer, clarify, margin };
    }
  }
}

function totalCost(cases: readonly ScoredCase[], thresholds: Thresholds): number {
  return cases.reduce((sum, one) => sum + costOf(one, thresholds), 0);
}

function costOf({ scored, accepted }: ScoredCase, thresholds: Thresholds): number {
  const inScope = !accepted.includes(NONE);
  switch (decide(scored, thresholds)) {
    case 'answer':
      return accepted.includes(scored[0]?.intent ?? NONE) ? 0 : COST.wrong;
    case 'fallback':
      return inScope ? COST.refused : 0;
    case 'clarify': {
      const offered = scored.filter(({ intent }) => intent !== NONE).slice(0, CHOICES);
      if (!inScope) return COST.noneOffered;
      return offered.some(({ intent }) => accepted.includes(intent))
        ? COST.rightOffered
        : COST.wrongOffered;
    }
  }
}
