import { hashText } from '../classifier/feature-hash';
import { HashIndex } from '../classifier/hash-index';

/** Texts, by their hashes, each with as many numbers as there are languages, one text after another. */
export interface VectorData {
  readonly hashes: Int32Array;
  readonly numbers: Float32Array;
}

const SEED = 41;

/** Lays out vectors one after another under the hashes of their texts. */
export function packVectors(vectors: ReadonlyMap<string, Float32Array>, width: number): VectorData {
  const numbers = new Float32Array(vectors.size * width);
  [...vectors.values()].forEach((vector, place) => {
    numbers.set(vector, place * width);
  });
  return { hashes: Int32Array.from(vectors.keys(), (text) => hashText(SEED, text)), numbers };
}

/** Looks up the numbers of texts. */
export class VectorTable {
  private readonly index: HashIndex;

  constructor(
    private readonly data: VectorData,
    private readonly width: number,
  ) {
    this.index = new HashIndex(data.hashes);
  }

  has(text: string): boolean {
    return this.index.find(hashText(SEED, text)) >= 0;
  }

  /** Adds the numbers of a text to `sums`; false, and nothing added, when the text isn't known. */
  addTo(sums: Float64Array, text: string): boolean {
    const place = this.index.find(hashText(SEED, text));
    if (place < 0) return false;
    const start = place * this.width;
    for (let i = 0; i < this.width; i++) {
      sums[i] = (sums[i] ?? 0) + (this.data.numbers[start + i] ?? 0);
    }
    return true;
  }
}
