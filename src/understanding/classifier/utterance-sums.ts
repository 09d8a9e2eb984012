import type { AnalyzedUtterance } from '../languages/analyzer';
import { featuresBetween } from './extract-features';
import type { SparseInput } from './linear-layer';
import { addPacked, type PackedLayer } from './packed-layer';
import { FAMILY_WEIGHTS, type Vocabulary } from './vocabulary';
import { NO_WORD, WordMemory } from './word-sums';

/** Looked up once: in a context of its own, as jest's, each look-up of a global is slow. */
const { fround } = Math;

/**
 * Applies layers to utterances. Most features of an utterance are its words' own: each word's sums are worked out once,
 * and an utterance then takes little more than adding a few of them up.
 */
export class UtteranceSums {
  /** What each layer gave for the last utterance. */
  readonly outputs: readonly Float32Array[];
  readonly #memory: WordMemory;
  readonly #bias: Float32Array;
  readonly #output: Float32Array;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly layers: readonly PackedLayer[],
  ) {
    this.#memory = new WordMemory(vocabulary, layers);
    this.#bias = Float32Array.from(layers.flatMap(({ bias }) => [...bias]));
    this.#output = this.#bias.slice();
    let end = 0;
    this.outputs = layers.map((layer) => this.#output.subarray(end, (end += layer.outputs)));
  }

  /** Sets {@link outputs} to what the layers give for an utterance as the vocabulary weighs it. */
  apply({ words, concepts }: AnalyzedUtterance): void {
    const { stems, ownSquares, letterSquares } = this.#memory.sums;
    const places = this.#memory.placesOf(words);
    const between = featuresBetween(
      places.map((place) => stems[place] ?? 0),
      concepts,
    );
    const [forOwn, forSequences, forLetters] = FAMILY_WEIGHTS;
    this.#output.set(this.#bias);
    const inConcepts = this.vocabulary.look(between.concepts);
    const own = scale(forOwn, sumOf(ownSquares, places) + inConcepts.squares);
    this.#addWords(places, own, scale(forLetters, sumOf(letterSquares, places)));
    this.#addRows(inConcepts, own);
    const inSequences = this.vocabulary.look(between.sequences);
    this.#addRows(inSequences, scale(forSequences, inSequences.squares));
  }

  /** Two words in one pass, rounded as one after the other: half the reads and writes of the output. */
  #addWords(places: readonly number[], byOwn: number, byLetters: number): void {
    const { own, letters } = this.#memory.sums;
    const output = this.#output;
    for (let i = 0; i < places.length; i += 2) {
      const one = (places[i] ?? NO_WORD) * output.length;
      const other = (places[i + 1] ?? NO_WORD) * output.length;
      for (let k = 0; k < output.length; k++) {
        output[k] =
          fround(
            (output[k] ?? 0) + byOwn * (own[one + k] ?? 0) + byLetters * (letters[one + k] ?? 0),
          ) +
          byOwn * (own[other + k] ?? 0) +
          byLetters * (letters[other + k] ?? 0);
      }
    }
  }

  #addRows(input: SparseInput, factor: number): void {
    const { values, to } = input;
    for (let i = 0; i < to; i++) values[i] = factor * (values[i] ?? 0);
    this.layers.forEach((layer, i) => {
      const output = this.outputs[i];
      if (output !== undefined) addPacked(layer, input, output);
    });
  }
}

function sumOf(numbers: Float64Array, places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (numbers[place] ?? 0), 0);
}

/** What a family's features are multiplied by, so that together they have the length that is due to it. */
function scale(weight: number, squares: number): number {
  return squares === 0 ? 0 : weight / Math.sqrt(squares);
}
