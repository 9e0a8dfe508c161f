// Positive definite matrices: Cholesky's factor, and what it solves. Nothing here draws.

/**
 * Cholesky's factor of a symmetric matrix, of which the part below the diagonal is read.
 * @param {number[][]} matrix
 * @returns {number[][]} L, with zeros above its diagonal
 */
export function factorOf(matrix) {
  const L = matrix.map((row, i) => row.map((entry, j) => (j > i ? 0 : entry)));
  for (let j = 0; j < L.length; j += 1) {
    for (let i = j; i < L.length; i += 1) {
      for (let k = 0; k < j; k += 1) L[i][j] -= L[i][k] * L[j][k];
      L[i][j] = i === j ? Math.sqrt(Math.max(L[i][j], Number.MIN_VALUE)) : L[i][j] / L[j][j];
    }
  }
  return L;
}

/**
 * Solve L x = right.
 * @param {number[][]} L
 * @param {number[]} right
 * @returns {number[]}
 */
export function forward(L, right) {
  const x = [...right];
  for (let j = 0; j < x.length; j += 1) {
    for (let k = 0; k < j; k += 1) x[j] -= L[j][k] * x[k];
    x[j] /= L[j][j];
  }
  return x;
}

/**
 * Solve Lᵀ x = right.
 * @param {number[][]} L
 * @param {number[]} right
 * @returns {number[]}
 */
export function backward(L, right) {
  const x = [...right];
  for (let j = x.length - 1; j >= 0; j -= 1) {
    for (let k = j + 1; k < x.length; k += 1) x[j] -= L[k][j] * x[k];
    x[j] /= L[j][j];
  }
  return x;
}

/**
 * Solve with a positive definite matrix, by Cholesky's factor.
 * @param {number[][]} matrix
 * @param {number[]} right
 * @returns {number[]}
 */
export function solvePositive(matrix, right) {
  const L = factorOf(matrix);
  return backward(L, forward(L, right));
}
