import { NONE } from '../../src/core/recognition';
import {
  isOutOfScope,
  type LabelledUtterance,
} from '../../src/understanding/evaluation/labelled-utterance';
import type { Guess } from './candidate';

/** How an engine fares; each 0 to 1. */
export interface Shares {
  readonly top1: number;
  readonly right: number;
  readonly wrong: number;
  readonly caught: number;
  /** How often a line in scope scores higher than one out of scope, whatever the threshold. */
  readonly apart: number;
}

/** A line and what an engine makes of it. */
export interface Guessed {
  readonly line: LabelledUtterance;
  readonly guess: Guess;
}

/**
 * The threshold of the most right decisions, in scope and out of scope counting alike, a refusal costing as much as a
 * wrong answer, as it does where the product fits its own: who refuses nearly everything also catches nearly everything.
 */
export function thresholdOf(guessed: readonly Guessed[]): number {
  const scores = [...new Set(guessed.map(({ guess }) => guess.score))].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(scores.length / 200));
  const gain = (threshold: number): number => {
    const { right, caught } = sharesOf(guessed, threshold);
    return right + caught;
  };
  return scores
    .filter((_, i) => i % step === 0)
    .reduce((best, next) => (gain(next) > gain(best) ? next : best), scores[0] ?? 0);
}

/** How an engine fares that answers from a threshold on. */
export function sharesOf(guessed: readonly Guessed[], threshold: number): Shares {
  const inScope = guessed.filter(({ line }) => !isOutOfScope(line));
  const outOfScope = guessed.filter(({ line }) => isOutOfScope(line));
  const isRight = ({ line, guess }: Guessed): boolean => line.intents.includes(guess.intent);
  const isAnswered = ({ guess }: Guessed): boolean =>
    guess.intent !== NONE && guess.score >= threshold;
  const share = (all: readonly Guessed[], is: (one: Guessed) => boolean): number =>
    all.filter(is).length / Math.max(all.length, 1);
  return {
    top1: share(inScope, isRight),
    right: share(inScope, (one) => isAnswered(one) && isRight(one)),
    wrong: share(inScope, (one) => isAnswered(one) && !isRight(one)),
    caught: share(outOfScope, (one) => !isAnswered(one) || isRight(one)),
    apart: shareOfHigher(inScope.map(likelihood), outOfScope.map(likelihood)),
  };
}

/** How likely an engine holds a line to be in scope, by its own measure. */
function likelihood({ guess: { intent, score } }: Guessed): number {
  return intent === NONE ? -score : score;
}

/** In how many pairs the first is higher, ties counting half: 0.5 is chance. */
function shareOfHigher(ones: readonly number[], others: readonly number[]): number {
  const wins = (one: number): number =>
    others.reduce((sum, other) => sum + (one > other ? 1 : one === other ? 0.5 : 0), 0);
  const total = ones.reduce((sum, one) => sum + wins(one), 0);
  return total / Math.max(ones.length * others.length, 1);
}
