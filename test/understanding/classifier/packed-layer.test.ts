import { applyLayer, type LinearLayer } from '../../../src/understanding/classifier/linear-layer';
import { addPacked, packLayers } from '../../../src/understanding/classifier/packed-layer';
import { createRandom } from '../../../src/understanding/classifier/random';

const FEATURES = 30;
const random = createRandom(1);

function layer(outputs: number): LinearLayer {
  const numbers = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  return { outputs, weights: numbers(FEATURES * outputs), bias: numbers(outputs) };
}

it.each([1, 7, 8, 20])('gives what layers give side by side, of %i features', (count) => {
  const layers = [layer(3), layer(5)];
  const input = {
    ids: Int32Array.from({ length: count }, (_, i) => (i * 7) % FEATURES),
    values: Float32Array.from({ length: count }, () => random()),
    ...{ from: 0, to: count },
  };
  const apart = layers.flatMap((one) => {
    const output = new Float32Array(one.outputs);
    applyLayer(one, input, output);
    return [...output];
  });
  const packed = packLayers(layers);
  const together = packed.bias.slice();
  addPacked(packed, input, together);
  // A weight of 0.5 at most is off by half a step of 0.5 / 127 at most.
  apart.forEach((score, k) =>
    expect(Math.abs((together[k] ?? 0) - score)).toBeLessThan(0.002 * count),
  );
});

it('takes a row of zeros', () => {
  const zeros = { outputs: 2, weights: new Float32Array(2), bias: Float32Array.of(1, 2) };
  const packed = packLayers([zeros]);
  const output = packed.bias.slice();
  const input = { ids: Int32Array.of(0), values: Float32Array.of(1), from: 0, to: 1 };
  addPacked(packed, input, output);
  expect([...output]).toEqual([1, 2]);
});
