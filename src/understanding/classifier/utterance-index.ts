import type { SparseVector } from './vocabulary';

/** An inverted index of unit vectors: the rows that contain feature `id` stand from `starts[id]` to `starts[id + 1]`. */
export interface IndexedVectors {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** Weight of the feature in each of these rows. */
  readonly weights: Float32Array;
  /** Number of vectors. */
  readonly count: number;
}

/** Indexes vectors over features `0 … features - 1`. */
export function indexVectors(vectors: readonly SparseVector[], features: number): IndexedVectors {
  const starts = new Int32Array(features + 1);
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id++) {
    starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  }
  const size = starts[features] ?? 0;
  const rows = new Int32Array(size);
  const weights = new Float32Array(size);
  const next = starts.slice();
  vectors.forEach(({ ids, values }, row) => {
    ids.forEach((id, i) => {
      const at = next[id] ?? 0;
      next[id] = at + 1;
      rows[at] = row;
      weights[at] = values[i] ?? 0;
    });
  });
  return { starts, rows, weights, count: vectors.length };
}

/** A row and its cosine. */
export interface Neighbour {
  readonly row: number;
  readonly similarity: number;
}

/** Places of the index that are read in full; beyond, what many vectors share is looked up for the best few alone. */
const READ_IN_FULL = 20_000;
const BEST_FEW = 60;

/** Finds the vectors nearest to another one, looking only at those that share a feature with it, the rarest ones first. */
export class UtteranceIndex {
  private readonly similarities: Float32Array;
  private readonly touched: Int32Array;

  constructor(private readonly indexed: IndexedVectors) {
    this.similarities = new Float32Array(indexed.count);
    this.touched = new Int32Array(indexed.count);
  }

  /** Rows most similar to a vector, best first (the earlier row on a tie), at most `count`, with their cosines. */
  nearest(vector: SparseVector, count: number): Neighbour[] {
    const features = this.featuresOf(vector);
    let [read, length, next] = [0, 0, 0];
    for (const feature of features) {
      read += feature.end - feature.start;
      if (next > 0 && read > READ_IN_FULL) break;
      length = this.addRows(feature, length);
      next++;
    }
    const best = this.takeBest(length, next < features.length ? BEST_FEW + count : count);
    const others = features.slice(next);
    return best
      .map(({ row, similarity }) => ({
        row,
        similarity: others.reduce((sum, other) => sum + this.share(other, row), similarity),
      }))
      .sort((one, other) => (isBefore(one, other) ? -1 : 1))
      .slice(0, count)
      .map(({ row, similarity }) => ({ row, similarity: Math.min(similarity, 1) }));
  }

  /** Those that stand in the fewest vectors first. */
  private featuresOf({ ids, values }: SparseVector): Feature[] {
    const { starts } = this.indexed;
    return Array.from(ids, (id, i) => ({
      ...{ start: starts[id] ?? 0, end: starts[id + 1] ?? 0, value: values[i] ?? 0 },
    })).sort((one, other) => one.end - one.start - (other.end - other.start));
  }

  /** Adds a feature's share to all rows that hold it; gives how many rows have been touched. */
  private addRows({ start, end, value }: Feature, touched: number): number {
    const { rows, weights } = this.indexed;
    let length = touched;
    for (let at = start; at < end; at++) {
      const row = rows[at] ?? 0;
      const before = this.similarities[row] ?? 0;
      if (before === 0) this.touched[length++] = row;
      this.similarities[row] = before + value * (weights[at] ?? 0);
    }
    return length;
  }

  /** What a feature adds to one row. */
  private share({ start, end, value }: Feature, row: number): number {
    const { rows, weights } = this.indexed;
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low < end && rows[low] === row ? value * (weights[low] ?? 0) : 0;
  }

  private takeBest(length: number, count: number): Neighbour[] {
    const best: Neighbour[] = [];
    for (let i = 0; i < length; i++) {
      const row = this.touched[i] ?? 0;
      const similarity = this.similarities[row] ?? 0;
      this.similarities[row] = 0;
      const last = best.at(-1);
      if (best.length === count && last !== undefined && isBefore(last, { row, similarity }))
        continue;
      const at = best.findIndex((other) => !isBefore(other, { row, similarity }));
      best.splice(at < 0 ? best.length : at, 0, { row, similarity });
      if (best.length > count) best.pop();
    }
    return best;
  }
}

/** A feature of a vector, and where its rows stand in the index, in order. */
interface Feature {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function isBefore(one: Neighbour, other: Neighbour): boolean {
  return (
    one.similarity > other.similarity ||
    (one.similarity === other.similarity && one.row < other.row)
  );
}
