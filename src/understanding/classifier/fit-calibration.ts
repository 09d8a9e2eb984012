import { calibrate, UNCALIBRATED, type Calibration, type CalibrationCase } from './calibration';
import { solveSymmetric } from './solve-symmetric';

const ROUNDS = 40;
/** No weight moves farther in one round, and a round in which none moves as far as that is the last. */
const LONGEST_STEP = 0.5;
const SHORTEST_STEP = 1e-5;

/** Where a fit begins, and the strength of the pull back to there: keeps few cases from ruling. */
export interface Prior {
  readonly weights: Calibration;
  readonly pull: number;
}

const UNKNOWING: Prior = { weights: UNCALIBRATED, pull: 0.002 };
const KEYS = ['linear', 'network', 'none', 'length'] as const;

interface Classes {
  readonly classes: number;
  readonly noneClass: number;
}

/**
 * Fits the weights of the evidence to held-out cases by the log loss. Newton's method, with the curvature that the
 * probabilities alone give; deterministic.
 */
export function fitCalibration(
  cases: readonly CalibrationCase[],
  classes: Classes,
  prior: Prior = UNKNOWING,
): Calibration {
  let weights = prior.weights;
  for (let round = 0; round < ROUNDS && cases.length > 0; round++) {
    const step = findStep(cases, weights, { ...classes, prior });
    const [linear = 0, network = 0, none = 0, length = 0] = step;
    weights = {
      linear: weights.linear - linear,
      network: weights.network - network,
      none: weights.none - none,
      length: weights.length - length,
    };
    if (Math.max(...step.map(Math.abs)) < SHORTEST_STEP) break;
  }
  return weights;
}

/** How far each weight lies beyond its best place, as far as one look tells. */
function findStep(
  cases: readonly CalibrationCase[],
  weights: Calibration,
  { classes, noneClass, prior }: Classes & { readonly prior: Prior },
): readonly number[] {
  const sums = { slope: [0, 0, 0, 0], curvature: KEYS.map(() => [0, 0, 0, 0]) };
  const output = new Float32Array(classes);
  for (const one of cases) {
    calibrate(one.evidence, weights, { noneClass, output });
    addCase(one, output, { noneClass, sums });
  }
  const strength = prior.pull * cases.length;
  KEYS.forEach((key, i) => {
    add(sums.slope, i, strength * (weights[key] - prior.weights[key]));
    add(sums.curvature[i], i, strength);
  });
  return solveSymmetric(sums.curvature, sums.slope).map((step) =>
    Math.min(Math.max(step, -LONGEST_STEP), LONGEST_STEP),
  );
}

interface Sums {
  readonly slope: number[];
  readonly curvature: number[][];
}

/** Adds what one case says of slope and curvature, given the probabilities of the classes. */
function addCase(
  { evidence, accepted }: CalibrationCase,
  probabilities: Float32Array,
  { noneClass, sums }: { readonly noneClass: number; readonly sums: Sums },
): void {
  const { slope, curvature } = sums;
  const mean = [0, 0, 0, 0];
  const right = accepted.reduce((sum, k) => sum + (probabilities[k] ?? 0), 1e-9);
  probabilities.forEach((probability, k) => {
    const isNone = k === noneClass ? 1 : 0;
    const counted = [
      ...[evidence.linear[k] ?? 0, evidence.network[k] ?? 0],
      ...[isNone, -isNone * evidence.length],
    ];
    const error = probability - (accepted.includes(k) ? probability / right : 0);
    counted.forEach((one, i) => {
      add(slope, i, error * one);
      add(mean, i, probability * one);
      counted.forEach((other, j) => add(curvature[i], j, probability * one * other));
    });
  });
  mean.forEach((one, i) => {
    mean.forEach((other, j) => add(curvature[i], j, -one * other));
  });
}

function add(sums: number[] | undefined, at: number, more: number): void {
  if (sums !== undefined) sums[at] = (sums[at] ?? 0) + more;
}
