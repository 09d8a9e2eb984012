import type { Network } from './network';

/**
 * Makes one network of several over the same features and classes: its class scores are the means of theirs, its
 * probabilities the geometric means. What one has learnt by chance, the others outvote.
 */
export function joinNetworks(networks: readonly Network[]): Network {
  const hidden = networks.map((network) => network.hidden);
  const output = networks.map((network) => network.output);
  const units = hidden.reduce((sum, { outputs }) => sum + outputs, 0);
  const classes = output[0]?.outputs ?? 0;
  const share = 1 / networks.length;
  return {
    hidden: {
      outputs: units,
      weights: interleave(hidden, units),
      bias: concatenate(hidden.map(({ bias }) => bias)),
    },
    output: {
      outputs: classes,
      weights: concatenate(output.map(({ weights }) => weights)).map((weight) => weight * share),
      bias: Float32Array.from({ length: classes }, (_, k) =>
        output.reduce((sum, { bias }) => sum + (bias[k] ?? 0) * share, 0),
      ),
    },
  };
}

/** Puts the rows of several layers side by side. */
function interleave(layers: readonly Network['hidden'][], outputs: number): Float32Array {
  const rows = (layers[0]?.weights.length ?? 0) / (layers[0]?.outputs ?? 1);
  const joined = new Float32Array(rows * outputs);
  for (let row = 0, at = 0; row < rows; row++) {
    for (const { weights, outputs: width } of layers) {
      joined.set(weights.subarray(row * width, (row + 1) * width), at);
      at += width;
    }
  }
  return joined;
}

function concatenate(arrays: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
