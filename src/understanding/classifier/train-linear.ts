import { countOf, type Examples, type Shape } from './examples';
import { applyLayer, createLayer, type LinearLayer } from './linear-layer';
import { createRandom, shuffle } from './random';

/** Looked up once: in a context of its own, as jest's, each look-up of a global is slow. */
const { sqrt } = Math;

export interface LinearOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/**
 * Learns one hyperplane a class against all others by squared hinge loss and AdaGrad. Only classes within
 * the margin are touched, so that later rounds cost little.
 */
export function trainLinear(
  examples: Examples,
  shape: Shape,
  { epochs, rate, seed }: LinearOptions,
): LinearLayer {
  const layer = createLayer(shape);
  const trainer = new HingeTrainer(examples, layer);
  const random = createRandom(seed);
  const order = Int32Array.from({ length: countOf(examples) }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = rate * (1 - (0.9 * epoch) / epochs);
    for (const row of order) trainer.learn(row, step);
  }
  return layer;
}

class HingeTrainer {
  private readonly squares: Float32Array;
  private readonly biasSquares: Float32Array;
  private readonly scores: Float32Array;
  private readonly active: Int32Array;
  private readonly errors: Float32Array;

  constructor(
    private readonly examples: Examples,
    private readonly layer: LinearLayer,
  ) {
    this.squares = new Float32Array(layer.weights.length).fill(1e-6);
    this.biasSquares = new Float32Array(layer.outputs).fill(1e-6);
    this.scores = new Float32Array(layer.outputs);
    this.active = new Int32Array(layer.outputs);
    this.errors = new Float32Array(layer.outputs);
  }

  learn(row: number, rate: number): void {
    const { starts, ids, values, labels } = this.examples;
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    applyLayer(this.layer, { ids, values, from, to }, this.scores);
    const count = this.findErrors(labels[row] ?? 0);
    if (count === 0) return;
    this.moveBias(count, rate);
    for (let i = from; i < to; i++) this.moveRow(ids[i] ?? 0, values[i] ?? 0, count, rate);
  }

  /** Lists the classes within the margin and the gradient of each; gives their number. */
  private findErrors(label: number): number {
    let count = 0;
    for (let k = 0; k < this.layer.outputs; k++) {
      const side = k === label ? 1 : -1;
      const error = 1 - side * (this.scores[k] ?? 0);
      if (error <= 0) continue;
      this.active[count] = k;
      this.errors[count++] = -side * error;
    }
    return count;
  }

  private moveBias(count: number, rate: number): void {
    const { bias } = this.layer;
    for (let a = 0; a < count; a++) {
      const k = this.active[a] ?? 0;
      const gradient = this.errors[a] ?? 0;
      const squares = (this.biasSquares[k] ?? 0) + gradient * gradient;
      this.biasSquares[k] = squares;
      bias[k] = (bias[k] ?? 0) - (0.1 * rate * gradient) / sqrt(squares);
    }
  }

  private moveRow(feature: number, value: number, count: number, rate: number): void {
    const { weights, outputs } = this.layer;
    for (let a = 0; a < count; a++) {
      const at = feature * outputs + (this.active[a] ?? 0);
      const gradient = value * (this.errors[a] ?? 0);
      const squares = (this.squares[at] ?? 0) + gradient * gradient;
      this.squares[at] = squares;
      weights[at] = (weights[at] ?? 0) - (rate * gradient) / sqrt(squares);
    }
  }
}
