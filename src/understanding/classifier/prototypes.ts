import type { Shape } from './examples';
import type { SparseVector } from './vocabulary';

/** Features that count most in a prototype; the rest of its length is spread too thin to tell anything. */
const MOST_FEATURES = 400;

/** Adds up the vectors of each class and scales the sums to length 1. */
export function addPrototypes(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  { features, classes }: Shape,
): SparseVector[] {
  const members = Array.from({ length: classes }, (): SparseVector[] => []);
  vectors.forEach((vector, row) => members[labels[row] ?? 0]?.push(vector));
  const sums = new Float32Array(features);
  return members.map((own) => addUp(own, sums));
}

/** `sums` is working space of one number a feature, all 0 before and after. */
function addUp(vectors: readonly SparseVector[], sums: Float32Array): SparseVector {
  const touched = new Set<number>();
  for (const { ids, values } of vectors) {
    ids.forEach((id, i) => {
      touched.add(id);
      sums[id] = (sums[id] ?? 0) + (values[i] ?? 0);
    });
  }
  const kept = [...touched]
    .sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0) || one - other)
    .slice(0, MOST_FEATURES);
  const ids = Int32Array.from(kept);
  const values = Float32Array.from(kept, (id) => sums[id] ?? 0);
  const length = Math.hypot(...values);
  for (const id of touched) sums[id] = 0;
  return { ids, values: values.map((value) => value / (length || 1)) };
}
