import { decide, type Thresholds } from '../../core/decision';
import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';

/** A held-out utterance as scored, and the intents that are right for it. */
export interface ScoredCase {
  readonly scored: readonly ScoredIntent[];
  readonly accepted: readonly IntentId[];
}

/**
 * What each outcome costs, in questions back: a wrong answer about a licence is as bad as three of them, a
 * refusal of a question that could be answered as much; out of scope a question back is a smaller nuisance.
 */
const COST = { wrong: 3, offered: 1, asked: 2, refused: 3, askedOutOfScope: 0.6 } as const;
const CHOICES = 3;

/** Where the costs put the limits if the scores are exact; of a language that has no held-out utterances. */
export const CAUTIOUS: Thresholds = {
  answer: 1 - COST.offered / COST.wrong,
  clarify: COST.askedOutOfScope / COST.wrong,
  margin: 0,
};

/** Cost per case of putting a limit elsewhere, by the square of the distance: few errors shall not move it far. */
const PULL = 1.5;

const ANSWER = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const MARGIN = [0, 0.1, 0.2, 0.3, 0.4];
const CLARIFY = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

/** Picks the thresholds of least cost on held-out cases, not far from those that exact scores would ask for. */
export function fitThresholds(cases: readonly ScoredCase[]): Thresholds {
  let best = CAUTIOUS;
  let least = totalCost(cases, best);
  for (const thresholds of candidates()) {
    const cost = totalCost(cases, thresholds);
    if (cost < least) [least, best] = [cost, thresholds];
  }
  return best;
}

function* candidates(): Generator<Thresholds> {
  for (const answer of ANSWER) {
    for (const margin of MARGIN) {
      for (const clarify of CLARIFY) yield { answer, clarify, margin };
    }
  }
}

function totalCost(cases: readonly ScoredCase[], thresholds: Thresholds): number {
  const distance =
    (thresholds.answer - CAUTIOUS.answer) ** 2 +
    (thresholds.clarify - CAUTIOUS.clarify) ** 2 +
    (thresholds.margin - CAUTIOUS.margin) ** 2;
  const costs = cases.map(({ scored, accepted }) =>
    Math.min(...accepted.map(costOfBand(scored, thresholds))),
  );
  return costs.reduce((sum, cost) => sum + cost, PULL * cases.length * distance);
}

/** What the band that a case falls into costs if the given intent is what the person meant. */
function costOfBand(
  scored: readonly ScoredIntent[],
  thresholds: Thresholds,
): (meant: IntentId) => number {
  switch (decide(scored, thresholds)) {
    case 'answer':
      return (meant) => (meant === scored[0]?.intent ? 0 : COST.wrong);
    case 'fallback':
      return (meant) => (meant === NONE ? 0 : COST.refused);
    case 'clarify': {
      const offered = scored.filter(({ intent }) => intent !== NONE).slice(0, CHOICES);
      return (meant) => {
        if (meant === NONE) return COST.askedOutOfScope;
        return offered.some(({ intent }) => intent === meant) ? COST.offered : COST.asked;
      };
    }
  }
}
