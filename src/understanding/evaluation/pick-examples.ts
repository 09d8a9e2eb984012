import type { Examples } from '../classifier/examples';

/** Some rows of the examples, as a block of its own. */
export function pickExamples(
  { starts, ids, values, labels }: Examples,
  rows: readonly number[],
): Examples {
  const lengths = rows.map((row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const picked = {
    starts: new Int32Array(rows.length + 1),
    ids: new Int32Array(total),
    values: new Float32Array(total),
    labels: Int32Array.from(rows, (row) => labels[row] ?? 0),
  };
  rows.forEach((row, index) => {
    const at = picked.starts[index] ?? 0;
    picked.ids.set(ids.subarray(starts[row], starts[row + 1]), at);
    picked.values.set(values.subarray(starts[row], starts[row + 1]), at);
    picked.starts[index + 1] = at + (lengths[index] ?? 0);
  });
  return picked;
}
