import type { Shape } from './examples';

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

/** Rows that are added in one pass: fewer reads and writes of the output, which take most of the time. */
const BLOCK = 8;

/** Sets `output` to bias + input × weights, rounded to 32 bits after every eighth row. */
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
  const [row4, value4] = [(ids[at + 4] ?? 0) * outputs, values[at + 4] ?? 0];
  const [row5, value5] = [(ids[at + 5] ?? 0) * outputs, values[at + 5] ?? 0];
  const [row6, value6] = [(ids[at + 6] ?? 0) * outputs, values[at + 6] ?? 0];
  const [row7, value7] = [(ids[at + 7] ?? 0) * outputs, values[at + 7] ?? 0];
  for (let k = 0; k < outputs; k++) {
    output[k] =
      (output[k] ?? 0) +
      value0 * (weights[row0 + k] ?? 0) +
      value1 * (weights[row1 + k] ?? 0) +
      value2 * (weights[row2 + k] ?? 0) +
      value3 * (weights[row3 + k] ?? 0) +
      value4 * (weights[row4 + k] ?? 0) +
      value5 * (weights[row5 + k] ?? 0) +
      value6 * (weights[row6 + k] ?? 0) +
      value7 * (weights[row7 + k] ?? 0);
  }
}
