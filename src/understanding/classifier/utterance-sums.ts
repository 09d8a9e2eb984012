import type { AnalyzedUtterance } from '../languages/analyzer';
import { featuresBetween } from './extract-features';
import { addPacked, type PackedLayer } from './packed-layer';
import { FAMILY_WEIGHTS, type Vocabulary } from './vocabulary';
import { WordMemory } from './word-sums';

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
    const conceptSquares = this.vocabulary.squaresOf(between.concepts);
    const own = scale(forOwn, sumOf(ownSquares, places) + conceptSquares);
    this.#addWords(places, own, scale(forLetters, sumOf(letterSquares, places)));
    this.#addRows(between.concepts, own);
    const sequences = scale(forSequences, this.vocabulary.squaresOf(between.sequences));
    this.#addRows(between.sequences, sequences);
  }

  #addWords(places: readonly number[], byOwn: number, byLetters: number): void {
    const { own, letters } = this.#memory.sums;
    const output = this.#output;
    for (const place of places) {
      const start = place * output.length;
      for (let k = 0; k < output.length; k++) {
        output[k] =
          (output[k] ?? 0) + byOwn * (own[start + k] ?? 0) + byLetters * (letters[start + k] ?? 0);
      }
    }
  }

  #addRows(hashes: readonly number[], factor: number): void {
    const input = this.vocabulary.look(hashes, factor);
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
