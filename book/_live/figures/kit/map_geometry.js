// A 2×2 matrix in exact numbers: its four subspaces, how a vector splits between two of them, and
// its pseudoinverse. Nothing here draws.
import { apply, dot, isZero, rank, scale, subtract, transpose } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { primitive } from "./vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {{ A: Rational[][], x: Rational[], b: Rational[] }} MapState */
/**
 * @typedef {object} Subspaces of one plane
 * @property {number} dimension of the first subspace; the second has the rest
 * @property {Rational[] | null} first a vector that spans the first, if it is a line
 * @property {Rational[] | null} second a vector that spans the second, if it is a line
 */
/**
 * @typedef {object} MapFacts
 * @property {number} rank
 * @property {Subspaces} domain row space and null space
 * @property {Subspaces} codomain column space and left null space
 * @property {[Rational[], Rational[]]} x its parts in the row space and in the null space
 * @property {[Rational[], Rational[]]} b its parts in the column space and in the left null space
 * @property {Rational[]} image A x
 */

/** @param {Rational[]} vector @returns {Rational[]} in whole numbers, the first of them positive */
function tidy(vector) {
  const whole = primitive(vector);
  const first = whole.find((entry) => entry.n !== 0n);
  return first && first.s < 0n ? scale(rational(-1), whole) : whole;
}

/**
 * The span of the rows, and what is orthogonal to it.
 * @param {Rational[][]} rows
 * @param {number} dimension
 * @returns {Subspaces}
 */
function subspaces(rows, dimension) {
  const row = rows.find((candidate) => !isZero(candidate));
  if (dimension !== 1 || !row) return { dimension, first: null, second: null };
  return { dimension, first: tidy(row), second: tidy([row[1].neg(), row[0]]) };
}

/**
 * @param {Rational[]} vector
 * @param {Subspaces} subspaces
 * @returns {[Rational[], Rational[]]} its parts in the first and in the second subspace
 */
function split(vector, { dimension, first }) {
  const zero = vector.map(() => rational(0));
  if (dimension !== 1 || !first) return dimension === 2 ? [vector, zero] : [zero, vector];
  const part = scale(dot(vector, first).div(dot(first, first)), first);
  return [part, subtract(vector, part)];
}

/** @param {MapState} state @returns {MapFacts} */
export function mapFacts({ A, x, b }) {
  const found = rank(A);
  const domain = subspaces(A, found);
  const codomain = subspaces(transpose(A), found);
  const image = apply(A, x);
  return { rank: found, domain, codomain, x: split(x, domain), b: split(b, codomain), image };
}

/**
 * @param {Rational[][]} A two rows of two numbers
 * @returns {Rational[][]} its pseudoinverse
 */
export function pseudoinverse(A) {
  const [[a, b], [c, d]] = A;
  const determinant = a.mul(d).sub(b.mul(c));
  if (determinant.n !== 0n) {
    const adjugate = [
      [d, b.neg()],
      [c.neg(), a],
    ];
    return adjugate.map((row) => scale(determinant.inverse(), row));
  }
  const squares = dot(A.flat(), A.flat());
  const turned = transpose(A); // of rank 1: divided by the sum of all squared entries
  return squares.n === 0n ? turned : turned.map((row) => scale(squares.inverse(), row));
}
