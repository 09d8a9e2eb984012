import type { SparseVector } from './vocabulary';

/** Which stored vectors contain a feature, and with which weight: an inverted index of unit vectors. */
export class UtteranceIndex {
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  private readonly weights: Float32Array;
  private readonly similarities: Float32Array;
  private readonly touched: Int32Array;

  /** Indexes vectors (copied) over features `0 … features - 1`. */
  constructor(vectors: readonly SparseVector[], features: number) {
    this.starts = new Int32Array(features + 1);
    for (const { ids } of vectors)
      for (const id of ids) this.starts[id + 1] = (this.starts[id + 1] ?? 0) + 1;
    for (let id = 0; id < features; id++) {
      this.starts[id + 1] = (this.starts[id + 1] ?? 0) + (this.starts[id] ?? 0);
    }
    const size = this.starts[features] ?? 0;
    this.rows = new Int32Array(size);
    this.weights = new Float32Array(size);
    this.fill(vectors);
    this.similarities = new Float32Array(vectors.length);
    this.touched = new Int32Array(vectors.length);
  }

  private fill(vectors: readonly SparseVector[]): void {
    const next = this.starts.slice();
    vectors.forEach(({ ids, values }, row) => {
      ids.forEach((id, i) => {
        const at = next[id] ?? 0;
        next[id] = at + 1;
        this.rows[at] = row;
        this.weights[at] = values[i] ?? 0;
      });
    });
  }

  /** Rows most similar to a vector, best first (the earlier row on a tie), at most `count`, with their cosines. */
  nearest({ ids, values }: SparseVector, count: number): { row: number; similarity: number }[] {
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const value = values[i] ?? 0;
      const end = this.starts[id + 1] ?? 0;
      for (let at = this.starts[id] ?? 0; at < end; at++) {
        const row = this.rows[at] ?? 0;
        const before = this.similarities[row] ?? 0;
        if (before === 0) this.touched[length++] = row;
        this.similarities[row] = before + value * (this.weights[at] ?? 0);
      }
    }
    return this.takeBest(length, count);
  }

  private takeBest(length: number, count: number): { row: number; similarity: number }[] {
    const best: { row: number; similarity: number }[] = [];
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

interface Neighbour {
  readonly row: number;
  readonly similarity: number;
}

function isBefore(one: Neighbour, other: Neighbour): boolean {
  return (
    one.similarity > other.similarity ||
    (one.similarity === other.similarity && one.row < other.row)
  );
}
