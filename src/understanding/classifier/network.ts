import type { LinearLayer } from './linear-layer';
import type { PackedLayer } from './packed-layer';

/** One hidden layer of rectified units: features to hidden, hidden to classes. */
export interface Network {
  readonly hidden: PackedLayer;
  readonly output: LinearLayer;
}

/** Sets `output` to the log probability of each class, given the sums of the hidden units. */
export function scoreClasses(last: LinearLayer, units: Float32Array, output: Float32Array): void {
  output.set(last.bias);
  for (let j = 0; j < units.length; j++) {
    const unit = units[j] ?? 0;
    if (unit > 0) addRow(last, j, { unit, output });
  }
  toLogProbabilities(output);
}

/** Adds one hidden unit's weights, times its value, to the scores of the classes. */
export function addRow(
  { weights, outputs }: LinearLayer,
  row: number,
  { unit, output }: { readonly unit: number; readonly output: Float32Array },
): void {
  const start = row * outputs;
  for (let k = 0; k < outputs; k++) {
    output[k] = (output[k] ?? 0) + unit * (weights[start + k] ?? 0);
  }
}

function toLogProbabilities(scores: Float32Array): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  const shift = highest + Math.log(sum);
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) - shift;
}
