import type { Shape } from './examples';

const { fround } = Math;

/** A sparse input times a dense matrix: one row of `outputs` weights per feature, one after another. */
export interface LinearLayer {
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A layer of zeros. */
export function createLayer({ features, classes }: Shape): LinearLayer {
  return {
    outputs: classes,
    weights: new Float32Array(features * classes),
    bias: new Float32Array(classes),
  };
}

/** Sparse input: entries `from` to `to` of the features and their values. */
export interface SparseInput {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly from: number;
  readonly to: number;
}

/** Rows that are added in one pass: half the reads and writes of the output, which take most of the time. */
const BLOCK = 4;

/** Sets `output` to bias + input × weights, rounded to 32 bits after each row. */
export function applyLayer(layer: LinearLayer, input: SparseInput, output: Float32Array): void {
  output.set(layer.bias);
  const blocks = input.from + BLOCK * Math.floor((input.to - input.from) / BLOCK);
  for (let i = input.from; i < blocks; i += BLOCK) addBlock(layer, input, { at: i, output });
  const { weights, outputs } = layer;
  for (let i = blocks; i < input.to; i++) {
    const row = (input.ids[i] ?? 0) * outputs;
    const value = input.values[i] ?? 0;
    for (let k = 0; k < outputs; k++)
      output[k] = (output[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
}

function addBlock(
  { weights, outputs }: LinearLayer,
  { ids, values }: SparseInput,
  { at, output }: { readonly at: number; readonly output: Float32Array },
): void {
  const [row0, value0] = [(ids[at] ?? 0) * outputs, values[at] ?? 0];
  const [row1, value1] = [(ids[at + 1] ?? 0) * outputs, values[at + 1] ?? 0];
  const [row2, value2] = [(ids[at + 2] ?? 0) * outputs, values[at + 2] ?? 0];
  const [row3, value3] = [(ids[at + 3] ?? 0) * outputs, values[at + 3] ?? 0];
  for (let k = 0; k < outputs; k++) {
    const sum0 = fround((output[k] ?? 0) + value0 * (weights[row0 + k] ?? 0));
    const sum1 = fround(sum0 + value1 * (weights[row1 + k] ?? 0));
    const sum2 = fround(sum1 + value2 * (weights[row2 + k] ?? 0));
    output[k] = sum2 + value3 * (weights[row3 + k] ?? 0);
  }
}
