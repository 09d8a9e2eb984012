import type { LinearLayer } from './linear-layer';
import type { Network } from './network';
import { packLayers } from './packed-layer';
import type { TrainedNetwork } from './train-network';

/**
 * Makes one network of several over the same features and classes, to apply: its class scores are the means of theirs,
 * its probabilities the geometric means. What one has learnt by chance, the others outvote.
 */
export function joinNetworks(networks: readonly TrainedNetwork[]): Network {
  return {
    hidden: packLayers(networks.map(({ hidden }) => hidden)),
    output: stack(networks.map(({ output }) => output)),
  };
}

/** Puts layers below each other, each for a share of the inputs, so that together they give their mean. */
function stack(layers: readonly LinearLayer[]): LinearLayer {
  const outputs = layers[0]?.outputs ?? 0;
  const share = 1 / layers.length;
  return {
    outputs,
    weights: Float32Array.from(
      layers.flatMap(({ weights }) => [...weights]),
      (weight) => weight * share,
    ),
    bias: Float32Array.from({ length: outputs }, (_, k) =>
      layers.reduce((sum, { bias }) => sum + (bias[k] ?? 0) * share, 0),
    ),
  };
}
