import type { FeatureFamilies } from './extract-features';
import { HashIndex } from './hash-index';
import type { SparseInput } from './linear-layer';
import { UtteranceCounts } from './utterance-counts';

/** An utterance as weights of known features. Valid until the vocabulary's next call unless copied. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Features as a layer takes them. */
export interface LookedUp extends SparseInput {
  /** Squared length of all that were looked up, unseen ones too. */
  readonly squares: number;
}

/** Length of each family's part of a vector: words, sequences, letters. */
export const FAMILY_WEIGHTS = [1, 0.7, 1] as const;
const FAMILIES = [0, 1, 2] as const;
/** In so many utterances a feature of each family must stand to be kept: a word tells much even if it was written once. */
const RAREST = [1, 2, 2] as const;
/** In a set of fewer utterances everything counts, even what was written once. */
const SMALL_SET = 5000;

/** Hashed features seen in training and how telling each is (inverse document frequency). */
export class Vocabulary {
  readonly size: number;
  private readonly index: HashIndex;
  private readonly counts: Uint16Array;
  private ids = new Int32Array(1024);
  private values = new Float32Array(1024);

  /** `hashes[id]` and `rarity[id]` describe feature `id`; `unseen` is the rarity of all others. */
  constructor(
    readonly hashes: Int32Array,
    readonly rarity: Float32Array,
    readonly unseen: number,
  ) {
    this.size = hashes.length;
    this.counts = new Uint16Array(this.size);
    this.index = new HashIndex(hashes);
  }

  /**
   * Keeps the features that stand in two utterances or more; of a small set, all. The commonest come first, so that
   * what is read most lies together in memory.
   */
  static learn(utterances: readonly FeatureFamilies[]): Vocabulary {
    const isSmall = utterances.length < SMALL_SET;
    const kept = FAMILIES.flatMap((family) => {
      const counts = new UtteranceCounts();
      utterances.forEach((families, row) => {
        for (const hash of families[family]) counts.add(hash, row);
      });
      const rarest = isSmall ? 1 : RAREST[family];
      return counts.entries().filter(([, count]) => count >= rarest);
    }).sort(([, one], [, other]) => other - one);
    const total = utterances.length + 1;
    return new Vocabulary(
      Int32Array.from(kept, ([hash]) => hash),
      Float32Array.from(kept, ([, count]) => Math.log(total / (count + 0.5))),
      Math.log(total),
    );
  }

  /** Known ones among some features, each as often as it stands there, with its rarity. Valid until the next call. */
  look(hashes: readonly number[]): LookedUp {
    if (hashes.length > this.ids.length) this.grow(hashes.length);
    let to = 0;
    let squares = 0;
    for (const hash of hashes) {
      const id = this.index.find(hash);
      const rarity = id < 0 ? this.unseen : (this.rarity[id] ?? 0);
      squares += rarity * rarity;
      if (id < 0) continue;
      this.ids[to] = id;
      this.values[to++] = rarity;
    }
    return { ids: this.ids, values: this.values, from: 0, to, squares };
  }

  /** What {@link weigh} gives, to keep. */
  weighToKeep(families: FeatureFamilies): SparseVector {
    const { ids, values } = this.weigh(families);
    return { ids: ids.slice(), values: values.slice() };
  }

  /**
   * Weighs an utterance's features by how often each stands in it, and how rarely elsewhere; each family gets a fixed
   * length, to which unseen features add theirs. As if no feature stood there twice: so what a word brings is the same
   * whatever stands beside it.
   */
  weigh(families: FeatureFamilies): SparseVector {
    let length = 0;
    families.forEach((hashes, family) => {
      const end = this.collect(hashes, length);
      const unseenCount = hashes.length - this.countOf(length, end);
      this.scale(length, end, { unseenCount, weight: FAMILY_WEIGHTS[family] ?? 1 });
      length = end;
    });
    return { ids: this.ids.subarray(0, length), values: this.values.subarray(0, length) };
  }

  /** Puts the known ones among `hashes` behind `start` and counts them; gives the new end. */
  private collect(hashes: readonly number[], start: number): number {
    let end = start;
    if (start + hashes.length > this.ids.length) this.grow(start + hashes.length);
    for (const hash of hashes) {
      const id = this.index.find(hash);
      if (id < 0) continue;
      const count = this.counts[id] ?? 0;
      if (count === 0) this.ids[end++] = id;
      this.counts[id] = count + 1;
    }
    return end;
  }

  private countOf(start: number, end: number): number {
    let sum = 0;
    for (let i = start; i < end; i++) sum += this.counts[this.ids[i] ?? 0] ?? 0;
    return sum;
  }

  /** Turns counts into weights of the wanted length. */
  private scale(
    start: number,
    end: number,
    { unseenCount, weight }: { readonly unseenCount: number; readonly weight: number },
  ): void {
    let squares = 0;
    for (let i = start; i < end; i++) {
      const id = this.ids[i] ?? 0;
      const count = this.counts[id] ?? 0;
      const rarity = this.rarity[id] ?? 0;
      this.counts[id] = 0;
      this.values[i] = count * rarity;
      squares += count * rarity * rarity;
    }
    const total = squares + unseenCount * this.unseen * this.unseen;
    const factor = total === 0 ? 0 : weight / Math.sqrt(total);
    for (let i = start; i < end; i++) this.values[i] = (this.values[i] ?? 0) * factor;
  }

  private grow(length: number): void {
    const ids = new Int32Array(length * 2);
    const values = new Float32Array(length * 2);
    ids.set(this.ids);
    values.set(this.values);
    this.ids = ids;
    this.values = values;
  }
}
