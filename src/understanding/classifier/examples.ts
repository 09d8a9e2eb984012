/** Training examples as one block of sparse rows: row `i` is `ids` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface Examples {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Class of each row. */
  readonly labels: Int32Array;
}

/** Size of what is learnt. */
export interface Shape {
  readonly features: number;
  readonly classes: number;
}

/** Number of examples. */
export function countOf(examples: Examples): number {
  return examples.labels.length;
}
