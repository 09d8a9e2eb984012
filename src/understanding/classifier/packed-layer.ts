import type { LinearLayer, SparseInput } from './linear-layer';

/** A layer to apply, no longer to train, in a quarter of the room: weights are whole steps of a size of their row. */
export interface PackedLayer {
  readonly outputs: number;
  /** -127 to 127; one row of `outputs` per feature, one after another. */
  readonly steps: Int8Array;
  /** How much a step of each row is. */
  readonly sizes: Float32Array;
  readonly bias: Float32Array;
}

const MOST_STEPS = 127;
const { abs, round } = Math;

/** Packs layers over the same features into one, their outputs side by side. */
export function packLayers(layers: readonly LinearLayer[]): PackedLayer {
  const outputs = layers.reduce((sum, layer) => sum + layer.outputs, 0);
  const [first] = layers;
  const rows = first === undefined ? 0 : first.weights.length / first.outputs;
  const sizes = new Float32Array(rows);
  for (const layer of layers) raiseToLargest(sizes, layer);
  for (let row = 0; row < rows; row++) sizes[row] = (sizes[row] ?? 0) / MOST_STEPS || 1;
  const steps = new Int8Array(rows * outputs);
  let column = 0;
  for (const layer of layers) {
    writeSteps({ outputs, steps, sizes }, layer, column);
    column += layer.outputs;
  }
  const bias = Float32Array.from(layers.flatMap((layer) => [...layer.bias]));
  return { outputs, steps, sizes, bias };
}

/** Raises each row's number to the largest weight of the row. */
function raiseToLargest(numbers: Float32Array, { weights, outputs }: LinearLayer): void {
  for (let row = 0; row < numbers.length; row++) {
    let most = numbers[row] ?? 0;
    for (let at = row * outputs; at < (row + 1) * outputs; at++) {
      const size = abs(weights[at] ?? 0);
      if (size > most) most = size;
    }
    numbers[row] = most;
  }
}

function writeSteps(
  { outputs, steps, sizes }: Omit<PackedLayer, 'bias'>,
  { weights, outputs: width }: LinearLayer,
  column: number,
): void {
  for (let row = 0; row < sizes.length; row++) {
    const perStep = 1 / (sizes[row] ?? 1);
    const [from, to] = [row * width, row * outputs + column];
    for (let k = 0; k < width; k++) steps[to + k] = round((weights[from + k] ?? 0) * perStep);
  }
}

/** Rows that are added in one pass, as in `applyLayer`; code of its own, as numbers of one kind are read faster. */
const BLOCK = 8;

/** Adds input × weights to `output`. */
export function addPacked(layer: PackedLayer, input: SparseInput, output: Float32Array): void {
  const blocks = input.from + BLOCK * Math.floor((input.to - input.from) / BLOCK);
  for (let i = input.from; i < blocks; i += BLOCK) addBlock(layer, input, { at: i, output });
  const { steps, sizes, outputs } = layer;
  for (let i = blocks; i < input.to; i++) {
    const id = input.ids[i] ?? 0;
    const value = (input.values[i] ?? 0) * (sizes[id] ?? 0);
    const row = id * outputs;
    for (let k = 0; k < outputs; k++) output[k] = (output[k] ?? 0) + value * (steps[row + k] ?? 0);
  }
}

function addBlock(
  { steps, sizes, outputs }: PackedLayer,
  { ids, values }: SparseInput,
  { at, output }: { readonly at: number; readonly output: Float32Array },
): void {
  const [id0, id1, id2, id3] = [ids[at] ?? 0, ids[at + 1] ?? 0, ids[at + 2] ?? 0, ids[at + 3] ?? 0];
  const [row0, value0] = [id0 * outputs, (values[at] ?? 0) * (sizes[id0] ?? 0)];
  const [row1, value1] = [id1 * outputs, (values[at + 1] ?? 0) * (sizes[id1] ?? 0)];
  const [row2, value2] = [id2 * outputs, (values[at + 2] ?? 0) * (sizes[id2] ?? 0)];
  const [row3, value3] = [id3 * outputs, (values[at + 3] ?? 0) * (sizes[id3] ?? 0)];
  const [id4, id5] = [ids[at + 4] ?? 0, ids[at + 5] ?? 0];
  const [id6, id7] = [ids[at + 6] ?? 0, ids[at + 7] ?? 0];
  const [row4, value4] = [id4 * outputs, (values[at + 4] ?? 0) * (sizes[id4] ?? 0)];
  const [row5, value5] = [id5 * outputs, (values[at + 5] ?? 0) * (sizes[id5] ?? 0)];
  const [row6, value6] = [id6 * outputs, (values[at + 6] ?? 0) * (sizes[id6] ?? 0)];
  const [row7, value7] = [id7 * outputs, (values[at + 7] ?? 0) * (sizes[id7] ?? 0)];
  for (let k = 0; k < outputs; k++) {
    output[k] =
      (output[k] ?? 0) +
      value0 * (steps[row0 + k] ?? 0) +
      value1 * (steps[row1 + k] ?? 0) +
      value2 * (steps[row2 + k] ?? 0) +
      value3 * (steps[row3 + k] ?? 0) +
      value4 * (steps[row4 + k] ?? 0) +
      value5 * (steps[row5 + k] ?? 0) +
      value6 * (steps[row6 + k] ?? 0) +
      value7 * (steps[row7 + k] ?? 0);
  }
}
