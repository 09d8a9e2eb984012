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

/** Finds the vectors nearest to another one, looking only at those that share a feature with it. */
export class UtteranceIndex {
  private readonly similarities: Float32Array;
  private readonly touched: Int32Array;

  constructor(private readonly indexed: IndexedVectors) {
    this.similarities = new Float32Array(indexed.count);
    this.touched = new Int32Array(indexed.count);
  }

  /** Rows most similar to a vector, best first (the earlier row on a tie), at most `count`, with their cosines. */
  nearest({ ids, values }: SparseVector, count: number): Neighbour[] {
    const { starts, rows, weights } = this.indexed;
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const value = values[i] ?? 0;
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end; at++) {
        const row = rows[at] ?? 0;
        const before = this.similarities[row] ?? 0;
        if (before === 0) this.touched[length++] = row;
        this.similarities[row] = before + value * (weights[at] ?? 0);
      }
    }
    return this.takeBest(length, count);
  }

  private takeBest(length: number, count: number): Neighbour[] {
    const best: Neighbour[] = [];
    for (let i = 0; i < length; i++) {
      const row = this.touched[i] ?? 0;
      const similarity = Math.min(this.similarities[row] ?? 0, 1);
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

function isBefore(one: Neighbour, other: Neighbour): boolean {
  return (
    one.similarity > other.similarity ||
    (one.similarity === other.similarity && one.row < other.row)
  );
}
