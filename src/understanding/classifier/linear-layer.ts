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

/** Sets `output` to bias + input × weights, for entries `from` to `to` of the sparse input. */
export function applyLayer(
  layer: LinearLayer,
  input: {
    readonly ids: Int32Array;
    readonly values: Float32Array;
    readonly from: number;
    readonly to: number;
  },
  output: Float32Array,
): void {
  const { weights, bias, outputs } = layer;
  output.set(bias);
  for (let i = input.from; i < input.to; i++) {
    const row = (input.ids[i] ?? 0) * outputs;
    const value = input.values[i] ?? 0;
    for (let k = 0; k < outputs; k++)
      output[k] = (output[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
}
