// The four subspaces of a 2×2 matrix and how a vector splits between two of them, in exact numbers.
// Nothing here draws.
import { apply, dot, isZero, rank, scale, subtract, transpose } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { withEntry } from "../kit/matrix_fields.js";
import { primitive } from "../planes/geometry.js";

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

const HALVES = [1, 1.5, 2, 3, 4, 6, 8, 10];

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
 * Half the side of a plane that shows the points: a round number.
 * @param {(Rational | number)[][]} points
 * @returns {number}
 */
export function halfOf(points) {
  const farthest = 1.1 * Math.max(...points.flat().map((entry) => Math.abs(entry.valueOf())));
  if (farthest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(farthest));
  return power * (HALVES.find((size) => size * power >= farthest) ?? 10);
}

/**
 * Change one number.
 * @param {MapState} state
 * @param {string} name such as "A21", "x1" or "slide"
 * @param {Rational} value
 * @returns {MapState}
 */
export function changed(state, name, value) {
  if (name === "slide" || name.startsWith("A")) {
    return { ...state, A: withEntry(state.A, name, value) };
  }
  const [letter, place] = name;
  const key = /** @type {"x" | "b"} */ (letter);
  return { ...state, [key]: state[key].map((old, i) => (i === +place - 1 ? value : old)) };
}

/** @param {MapState} state @returns {Record<string, Rational>} the entries of x and b */
export function values({ x, b }) {
  const vectors = [0, 1].flatMap((i) => [
    [`x${i + 1}`, x[i]],
    [`b${i + 1}`, b[i]],
  ]);
  return Object.fromEntries(vectors);
}
