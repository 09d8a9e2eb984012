import { solveSymmetric } from '../../../src/understanding/classifier/solve-symmetric';

it('finds what a symmetric matrix makes the vector of', () => {
  const matrix = [
    [4, 1, -1],
    [1, 3, 2],
    [-1, 2, 5],
  ];
  const [x = 0, y = 0, z = 0] = solveSymmetric(matrix, [3, 13, 18]);
  expect(x).toBeCloseTo(1, 12);
  expect(y).toBeCloseTo(2, 12);
  expect(z).toBeCloseTo(3, 12);
});
