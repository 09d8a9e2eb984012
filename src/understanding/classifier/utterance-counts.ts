import { HashIndex } from './hash-index';

/** A hash, and in how many utterances it stands. */
export type HashCount = readonly [hash: number, count: number];

const SMALLEST = 1 << 12;

/** Counts in how many utterances each hash stands: millions of hashes, for which a `Map` takes three times as long. */
export class UtteranceCounts {
  private size = 0;
  private hashes = new Int32Array(SMALLEST);
  private counts = new Int32Array(SMALLEST);
  /** The utterance that each hash was last seen in. */
  private utterances = new Int32Array(SMALLEST);
  private index = new HashIndex(this.hashes, 0);

  add(hash: number, utterance: number): void {
    const place = this.index.find(hash);
    if (place < 0) {
      this.append(hash, utterance);
    } else if (this.utterances[place] !== utterance) {
      this.counts[place] = (this.counts[place] ?? 0) + 1;
      this.utterances[place] = utterance;
    }
  }

  /** All hashes, in the order in which they were first seen. */
  entries(): HashCount[] {
    return Array.from({ length: this.size }, (_, place): HashCount => [
      this.hashes[place] ?? 0,
      this.counts[place] ?? 0,
    ]);
  }

  private append(hash: number, utterance: number): void {
    if (this.size === this.hashes.length) this.grow();
    this.hashes[this.size] = hash;
    this.counts[this.size] = 1;
    this.utterances[this.size] = utterance;
    this.index.add(this.size++);
  }

  private grow(): void {
    const twice = (numbers: Int32Array) => {
      const longer = new Int32Array(numbers.length * 2);
      longer.set(numbers);
      return longer;
    };
    this.hashes = twice(this.hashes);
    this.counts = twice(this.counts);
    this.utterances = twice(this.utterances);
    this.index = new HashIndex(this.hashes, this.size);
  }
}
