import { joinNetworks } from '../../../src/understanding/classifier/join-networks';
import { scoreClasses, type Network } from '../../../src/understanding/classifier/network';
import { addPacked } from '../../../src/understanding/classifier/packed-layer';
import { trainNetwork } from '../../../src/understanding/classifier/train-network';

const shape = { features: 4, classes: 3 };
const examples = {
  starts: Int32Array.of(0, 2, 4, 5),
  ids: Int32Array.of(0, 1, 1, 2, 3),
  values: Float32Array.of(0.6, 0.8, 0.6, 0.8, 1),
  labels: Int32Array.of(0, 1, 2),
};
const options = { units: 6, epochs: 20, rate: 0.1, dropout: { features: 0, units: 0 } };
const input = { ids: Int32Array.of(1, 2), values: Float32Array.of(0.7, 0.7), from: 0, to: 2 };

function scores(network: Network): number[] {
  const output = new Float32Array(shape.classes);
  const units = network.hidden.bias.slice();
  addPacked(network.hidden, input, units);
  scoreClasses(network.output, units, output);
  return [...output];
}

it('joins networks into one that gives the geometric mean of their probabilities', () => {
  const networks = [1, 2].map((seed) => trainNetwork(examples, shape, { ...options, seed }));
  const [one = [], other = []] = networks.map((network) => scores(joinNetworks([network])));
  const means = one.map((log, k) => Math.exp((log + (other[k] ?? 0)) / 2));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  scores(joinNetworks(networks)).forEach((log, k) => {
    expect(Math.exp(log)).toBeCloseTo((means[k] ?? 0) / total, 2);
  });
});
