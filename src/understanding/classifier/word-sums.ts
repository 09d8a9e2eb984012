import { ShortMemory } from '../../core/short-memory';
import type { AnalyzedWord } from '../languages/analyzer';
import { featuresOfWord } from './extract-features';
import { addPacked, type PackedLayer } from './packed-layer';
import type { Vocabulary } from './vocabulary';

/** What words bring into any utterance, before that is scaled: their sums stand in blocks, one word after another. */
export interface WordSums {
  /** What the layers give, side by side, for each word's own features, weighed by their rarity. */
  readonly own: Float32Array;
  /** Likewise for its letters. */
  readonly letters: Float32Array;
  /** Squared lengths of both. */
  readonly ownSquares: Float64Array;
  readonly letterSquares: Float64Array;
  /** Hashes of the stems. */
  readonly stems: Int32Array;
}

/** The place of sums that are all zero. */
export const NO_WORD = 0;
/** Words that are remembered, at 1.3 kB or so each. */
const REMEMBERED_WORDS = 8000;
const PLACES = NO_WORD + 1 + REMEMBERED_WORDS;

/** Works out the sums of words, once each while they are remembered. */
export class WordMemory {
  readonly sums: WordSums;
  readonly #places = new ShortMemory<AnalyzedWord, number>();
  readonly #width: number;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly layers: readonly PackedLayer[],
  ) {
    this.#width = layers.reduce((sum, { outputs }) => sum + outputs, 0);
    this.sums = {
      own: new Float32Array(PLACES * this.#width),
      letters: new Float32Array(PLACES * this.#width),
      ownSquares: new Float64Array(PLACES),
      letterSquares: new Float64Array(PLACES),
      stems: new Int32Array(PLACES),
    };
  }

  /** The place of each word's sums. Valid until the next call, which may forget all words. */
  placesOf(words: readonly AnalyzedWord[]): readonly number[] {
    if (this.#places.size + words.length > REMEMBERED_WORDS) this.#places.clear();
    return words.map((word) => this.#places.get(word) ?? this.#learn(word));
  }

  #learn(word: AnalyzedWord): number {
    const place = NO_WORD + 1 + this.#places.size;
    const { stem, own, letters } = featuresOfWord(word);
    this.sums.stems[place] = stem;
    this.sums.ownSquares[place] = this.#sumUp(own, this.sums.own, place);
    this.sums.letterSquares[place] = this.#sumUp(letters, this.sums.letters, place);
    this.#places.set(word, place);
    return place;
  }

  /** Writes the sums of features to a place; gives their squared length. */
  #sumUp(hashes: readonly number[], sums: Float32Array, place: number): number {
    const input = this.vocabulary.look(hashes);
    let at = place * this.#width;
    for (const layer of this.layers) {
      const output = sums.subarray(at, at + layer.outputs).fill(0);
      addPacked(layer, input, output);
      at += layer.outputs;
    }
    return input.squares;
  }
}
