// Small exact matrices and vectors of rational numbers. A vector is an array of numbers, a matrix
// an array of rows of equal length. No function changes what it is given.
import { readRows } from "./matrix_text.js";
import { NotationError, quoted } from "./notation.js";
import { format, parseRational, rational } from "./rational.js";

/** @typedef {import("./rational.js").Rational} Rational */
/** @typedef {Rational[]} Vector */
/** @typedef {Vector[]} Matrix */

/**
 * Read the numbers of a vector: "10/13, 24/13", "(1 2 3)", "[1; 2]".
 * @param {string} text
 * @returns {Vector}
 */
export function parseVector(text) {
  const rows = readRows(text);
  if (rows.length > 1 && rows.some((row) => row.length !== 1)) {
    throw new NotationError(
      `expected one vector, received ${rows.length} rows: put commas between its numbers`,
    );
  }
  if (rows.flat().length === 0) {
    throw new NotationError("expected numbers such as 1/2, −3, received nothing");
  }
  return numbers(rows.flat(), text);
}

/** @param {string[]} cells @param {string} text that they stand in @returns {Vector} */
function numbers(cells, text) {
  return cells.map((cell, i) => {
    if (cell !== "") return parseRational(cell);
    const between = `received nothing at place ${i + 1} of ${quoted(text.trim())}`;
    throw new NotationError(`expected numbers such as 1/2, −3, ${between}`);
  });
}

/**
 * Read a matrix, row by row, in any of the notations of `readRows`.
 * @param {string} text
 * @returns {Matrix}
 */
export function parseMatrix(text) {
  const rows = readRows(text).map((row) => numbers(row, text));
  if (rows.flat().length === 0) {
    throw new NotationError("expected rows of numbers such as 1 2; 3 4, received nothing");
  }
  const ragged = rows.findIndex((row) => row.length !== rows[0].length);
  if (ragged > 0) {
    const received = `received ${rows[0].length} in row 1 and ${rows[ragged].length} in row ${ragged + 1}`;
    throw new NotationError(`expected as many numbers in each row, ${received}`);
  }
  return rows;
}

/** @param {Vector} vector @returns {string} */
export function formatVector(vector) {
  return `(${vector.map(format).join(", ")})`;
}

/** @param {Vector} a @param {Vector} b @returns {Rational} */
export function dot(a, b) {
  if (a.length !== b.length) {
    throw new RangeError(`expected vectors of one length, received ${a.length} and ${b.length}`);
  }
  return a.reduce((sum, entry, i) => sum.add(entry.mul(b[i])), rational(0));
}

/** @param {Rational} factor @param {Vector} vector @returns {Vector} */
export function scale(factor, vector) {
  return vector.map((entry) => entry.mul(factor));
}

/** @param {Vector} a @param {Vector} b @returns {Vector} */
export function subtract(a, b) {
  return a.map((entry, i) => entry.sub(b[i]));
}

/** @param {Vector} vector @returns {boolean} */
export function isZero(vector) {
  return vector.every((entry) => entry.n === 0n);
}

/** @param {Vector} a @param {Vector} b @returns {boolean} */
export function equal(a, b) {
  return a.length === b.length && a.every((entry, i) => entry.equals(b[i]));
}

/** @param {Matrix} A @returns {Matrix} */
export function transpose(A) {
  return A.length === 0 ? [] : A[0].map((_, j) => A.map((row) => row[j]));
}

/**
 * Multiply a matrix by a column.
 * @param {Matrix} A
 * @param {Vector} x
 * @returns {Vector}
 */
export function apply(A, x) {
  return A.map((row) => dot(row, x));
}

/** @param {Matrix} A @param {Matrix} B @returns {Matrix} */
export function multiply(A, B) {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
}

/**
 * Bring a matrix to reduced row echelon form.
 * @param {Matrix} A
 * @returns {{ reduced: Matrix, pivots: number[] }} the form and the columns of its leading ones
 */
export function rowReduce(A) {
  const reduced = A.map((row) => [...row]);
  /** @type {number[]} */
  const pivots = [];
  for (let j = 0; j < (A[0]?.length ?? 0) && pivots.length < A.length; j += 1) {
    const r = pivots.length;
    const found = reduced.findIndex((row, i) => i >= r && row[j].n !== 0n);
    if (found < 0) continue;
    [reduced[r], reduced[found]] = [reduced[found], reduced[r]];
    const pivotRow = scale(reduced[r][j].inverse(), reduced[r]);
    reduced.forEach((row, i) => {
      reduced[i] = i === r ? pivotRow : subtract(row, scale(row[j], pivotRow));
    });
    pivots.push(j);
  }
  return { reduced, pivots };
}

/** @param {Matrix} A @returns {number} */
export function rank(A) {
  return rowReduce(A).pivots.length;
}

/**
 * The factor t with a = t b, or null if a is no multiple of b ≠ 0.
 * @param {Vector} a
 * @param {Vector} b
 * @returns {Rational | null}
 */
export function multipleOf(a, b) {
  const place = b.findIndex((entry) => entry.n !== 0n);
  if (place < 0 || a.length !== b.length) return null;
  const factor = a[place].div(b[place]);
  return equal(a, scale(factor, b)) ? factor : null;
}
