/** Solves `matrix · x = vector` for a symmetric, positive definite matrix, row by row, by Gaussian elimination. */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): readonly number[] {
  const size = vector.length;
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  rows.forEach((pivot, i) => {
    for (const row of rows.slice(i + 1)) {
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  });
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = solution.reduce((sum, x, j) => sum + (j > i ? x * (row[j] ?? 0) : 0), 0);
    solution[i] = ((row[size] ?? 0) - known) / (row[i] ?? 1);
  }
  return solution;
}
