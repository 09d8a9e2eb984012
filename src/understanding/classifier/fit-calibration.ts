import { calibrate, UNCALIBRATED, type Calibration, type CalibrationCase } from './calibration';

const ROUNDS = 400;
const RATE = 0.1;
/** Where a fit begins, and the strength of the pull back to there: keeps few cases from ruling. */
export interface Prior {
  readonly weights: Calibration;
  readonly pull: number;
}

const UNKNOWING: Prior = { weights: UNCALIBRATED, pull: 0.002 };

type Weights = { -readonly [Key in keyof Calibration]: Calibration[Key] };
const KEYS = ['linear', 'network', 'none', 'length'] as const;
const NO_WEIGHTS: Calibration = { linear: 0, network: 0, none: 0, length: 0 };

/** Fits the weights of the evidence to held-out cases by the log loss (Adam, full batch, deterministic). */
export function fitCalibration(
  cases: readonly CalibrationCase[],
  { classes, noneClass }: { readonly classes: number; readonly noneClass: number },
  prior: Prior = UNKNOWING,
): Calibration {
  const weights: Weights = { ...prior.weights };
  const mean: Weights = { ...NO_WEIGHTS };
  const square: Weights = { ...NO_WEIGHTS };
  const output = new Float32Array(classes);
  for (let round = 1; round <= ROUNDS && cases.length > 0; round++) {
    const gradient: Weights = { ...NO_WEIGHTS };
    for (const one of cases) addGradient(one, weights, { noneClass, output, gradient });
    for (const key of KEYS) {
      const slope = gradient[key] / cases.length + prior.pull * (weights[key] - prior.weights[key]);
      mean[key] = 0.9 * mean[key] + 0.1 * slope;
      square[key] = 0.99 * square[key] + 0.01 * slope * slope;
      const step = mean[key] / (1 - 0.9 ** round);
      weights[key] -= (RATE * step) / (Math.sqrt(square[key] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return weights;
}

function addGradient(
  { evidence, accepted }: CalibrationCase,
  weights: Calibration,
  {
    noneClass,
    output,
    gradient,
  }: { readonly noneClass: number; readonly output: Float32Array; readonly gradient: Weights },
): void {
  calibrate(evidence, weights, { noneClass, output });
  let right = 1e-9;
  for (const k of accepted) right += output[k] ?? 0;
  // Probabilities become errors: they lack what the classes that are right lack of 1.
  for (const k of accepted) output[k] = (output[k] ?? 0) * (1 - 1 / right);
  gradient.linear += product(output, evidence.linear);
  gradient.network += product(output, evidence.network);
  gradient.none += output[noneClass] ?? 0;
  gradient.length -= (output[noneClass] ?? 0) * evidence.length;
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += (one[k] ?? 0) * (other[k] ?? 0);
  return sum;
}
