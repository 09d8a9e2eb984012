import { countOf, type Examples, type Shape } from './examples';
import { applyLayer, createLayer, type LinearLayer } from './linear-layer';
import { addRow } from './network';
import { createRandom, shuffle } from './random';

/** Looked up once: in a context of its own, as jest's, each look-up of a global is slow. */
const { sqrt } = Math;

/** A network as it is learnt. */
export interface TrainedNetwork {
  readonly hidden: LinearLayer;
  readonly output: LinearLayer;
}

export interface NetworkOptions {
  readonly units: number;
  readonly epochs: number;
  readonly rate: number;
  /** Shares that each training step leaves out. */
  readonly dropout: { readonly features: number; readonly units: number };
  readonly seed: number;
}

/** Learns a softmax over hidden features by AdaGrad, deterministic for a seed. */
export function trainNetwork(
  examples: Examples,
  shape: Shape,
  options: NetworkOptions,
): TrainedNetwork {
  const random = createRandom(options.seed);
  const network: TrainedNetwork = {
    hidden: createLayer({ features: shape.features, classes: options.units }),
    output: createLayer({ features: options.units, classes: shape.classes }),
  };
  fillUniform(network.hidden.weights, 0.1, random);
  fillUniform(network.output.weights, Math.sqrt(3 / options.units), random);
  const trainer = new NetworkTrainer(examples, network, { ...options.dropout, random });
  const order = Int32Array.from({ length: countOf(examples) }, (_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    trainer.rate = options.rate * (1 - (0.95 * epoch) / options.epochs);
    for (const row of order) trainer.learn(row);
  }
  return network;
}

function fillUniform(weights: Float32Array, bound: number, random: () => number): void {
  for (let i = 0; i < weights.length; i++) weights[i] = (2 * random() - 1) * bound;
}

/** Examples learnt up to this error are passed over: they hardly change anything any more. */
const NEGLIGIBLE = 0.02;

class NetworkTrainer {
  rate = 0;
  private readonly ids = new Int32Array(16_384);
  private readonly values = new Float32Array(16_384);
  private readonly units: Float32Array;
  /** Units that are above zero and not left out, and how many. */
  private readonly active: Int32Array;
  private activeCount = 0;
  /** One a unit; 0 for those that aren't active. */
  private readonly unitErrors: Float32Array;
  private readonly scores: Float32Array;
  /** One a feature, not one a weight: as good a step for half the time. */
  private readonly hiddenSquares: Float32Array;
  private readonly hiddenBiasSquares: Float32Array;
  private readonly outputSquares: Float32Array;
  private readonly outputBiasSquares: Float32Array;

  constructor(
    private readonly examples: Examples,
    private readonly network: TrainedNetwork,
    private readonly noise: NetworkOptions['dropout'] & { readonly random: () => number },
  ) {
    const { hidden, output } = network;
    this.units = new Float32Array(hidden.outputs);
    this.active = new Int32Array(hidden.outputs);
    this.unitErrors = new Float32Array(hidden.outputs);
    this.scores = new Float32Array(output.outputs);
    this.hiddenSquares = new Float32Array(hidden.weights.length / hidden.outputs).fill(1e-6);
    this.hiddenBiasSquares = new Float32Array(hidden.outputs).fill(1e-6);
    this.outputSquares = new Float32Array(output.weights.length).fill(1e-8);
    this.outputBiasSquares = new Float32Array(output.outputs).fill(1e-6);
  }

  learn(row: number): void {
    const length = this.sampleFeatures(row);
    const { hidden, output } = this.network;
    const input = { ids: this.ids, values: this.values, from: 0, to: length };
    applyLayer(hidden, input, this.units);
    this.dropUnits();
    this.scoreClasses();
    const label = this.examples.labels[row] ?? 0;
    softmaxErrors(this.scores, label);
    if (-(this.scores[label] ?? 0) < NEGLIGIBLE) return;
    moveBias(output.bias, this.outputBiasSquares, this.scores, this.rate);
    const meanSquare = this.moveOutput() / hidden.outputs;
    moveBias(hidden.bias, this.hiddenBiasSquares, this.unitErrors, this.rate);
    for (let i = 0; i < length; i++)
      this.moveRow(this.ids[i] ?? 0, this.values[i] ?? 0, meanSquare);
  }

  private sampleFeatures(row: number): number {
    const { starts, ids, values } = this.examples;
    const { features: dropout, random } = this.noise;
    const scale = 1 / (1 - dropout);
    const end = Math.min(starts[row + 1] ?? 0, (starts[row] ?? 0) + this.ids.length);
    let length = 0;
    for (let i = starts[row] ?? 0; i < end; i++) {
      if (random() < dropout) continue;
      this.ids[length] = ids[i] ?? 0;
      this.values[length++] = (values[i] ?? 0) * scale;
    }
    return length;
  }

  private dropUnits(): void {
    const { units: dropout, random } = this.noise;
    const scale = 1 / (1 - dropout);
    let count = 0;
    for (let j = 0; j < this.units.length; j++) {
      const sum = this.units[j] ?? 0;
      if (sum <= 0 || random() < dropout) continue;
      this.units[j] = sum * scale;
      this.active[count++] = j;
    }
    this.activeCount = count;
  }

  private scoreClasses(): void {
    const { output } = this.network;
    this.scores.set(output.bias);
    for (let a = 0; a < this.activeCount; a++) {
      const j = this.active[a] ?? 0;
      addRow(output, j, { unit: this.units[j] ?? 0, output: this.scores });
    }
  }

  /** Moves the output weights and works out the errors of the hidden units; gives the sum of their squares. */
  private moveOutput(): number {
    const { weights, outputs } = this.network.output;
    const scale = 1 / (1 - this.noise.units);
    let sum = 0;
    this.unitErrors.fill(0);
    for (let a = 0; a < this.activeCount; a++) {
      const j = this.active[a] ?? 0;
      const unit = this.units[j] ?? 0;
      let error = 0;
      for (let k = 0; k < outputs; k++) {
        const classError = this.scores[k] ?? 0;
        const at = j * outputs + k;
        const weight = weights[at] ?? 0;
        error += classError * weight;
        const gradient = classError * unit;
        const squares = (this.outputSquares[at] ?? 0) + gradient * gradient;
        this.outputSquares[at] = squares;
        weights[at] = weight - (this.rate * gradient) / sqrt(squares);
      }
      this.unitErrors[j] = error * scale;
      sum += (error * scale) ** 2;
    }
    return sum;
  }

  private moveRow(feature: number, value: number, meanSquare: number): void {
    const { weights, outputs } = this.network.hidden;
    const squares = (this.hiddenSquares[feature] ?? 0) + value * value * meanSquare;
    this.hiddenSquares[feature] = squares;
    const step = (this.rate * value) / sqrt(squares);
    const start = feature * outputs;
    for (let a = 0; a < this.activeCount; a++) {
      const j = this.active[a] ?? 0;
      weights[start + j] = (weights[start + j] ?? 0) - step * (this.unitErrors[j] ?? 0);
    }
  }
}

/** Turns class scores into the gradient of the log loss: probability minus truth. */
function softmaxErrors(scores: Float32Array, label: number): void {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const mass = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = mass;
    sum += mass;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum;
  scores[label] = (scores[label] ?? 0) - 1;
}

function moveBias(
  bias: Float32Array,
  squares: Float32Array,
  errors: Float32Array,
  rate: number,
): void {
  for (let k = 0; k < bias.length; k++) {
    const gradient = errors[k] ?? 0;
    if (gradient === 0) continue;
    const sum = (squares[k] ?? 0) + gradient * gradient;
    squares[k] = sum;
    bias[k] = (bias[k] ?? 0) - (0.1 * rate * gradient) / sqrt(sum);
  }
}
