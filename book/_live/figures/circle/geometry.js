// The unit circle and its image under a 2×2 matrix, in numbers: exact where they are rational.
import { apply, dot } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { rationalRoot } from "../kit/roots.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ A: Rational[][], angle: number }} CircleState the angle of x in whole degrees */
/**
 * @typedef {object} CircleFacts
 * @property {Rational} sum of the squared entries
 * @property {Rational} determinant
 * @property {[Rational, Rational] | null} squares of the singular values, if they are rational
 * @property {[number, number]} sigma
 * @property {[Point, Point]} v right singular vectors
 * @property {[Point, Point]} arms their images
 * @property {Rational[]} x a unit vector
 * @property {Rational[]} image A x
 */

const LONGEST = 65; // hypotenuse of the triangles that give rational unit vectors
const NEAR_AXES = [13, 84, 85];

/** @returns {{ degrees: number, x: Rational[] }[]} unit vectors with rational entries, by angle */
function makeUnits() {
  const triangles = [[1, 0, 1], NEAR_AXES];
  for (let m = 2; m * m < LONGEST; m += 1) {
    for (let n = 1 + (m % 2); n < m; n += 2) {
      const triangle = [m * m - n * n, 2 * m * n, m * m + n * n];
      if (triangle[2] <= LONGEST) triangles.push(triangle);
    }
  }
  const found = new Map();
  for (const [a, b, c] of triangles) {
    for (const [p, q] of [
      [a, b],
      [b, a],
    ]) {
      for (const [x, y] of [
        [p, q],
        [-p, q],
        [p, -q],
        [-p, -q],
      ]) {
        const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
        found.set(degrees.toFixed(6), { degrees, x: [rational(x, c), rational(y, c)] });
      }
    }
  }
  return [...found.values()].sort((one, other) => one.degrees - other.degrees);
}

export const UNITS = makeUnits();

/** @param {number} angle in degrees @returns {number} place of the nearest of `UNITS` */
export function nearestUnit(angle) {
  const apart = UNITS.map(({ degrees }) => {
    const gap = Math.abs(degrees - angle) % 360;
    return Math.min(gap, 360 - gap);
  });
  return apart.indexOf(Math.min(...apart));
}

/** @param {Rational[][]} A @param {Point} v @returns {Point} */
function image(A, v) {
  const [x, y] = A.map((row) => Number(row[0]) * v[0] + Number(row[1]) * v[1]);
  return [x, y];
}

/**
 * Unit vectors along the axes of x ↦ ‖A x‖²; the first entry that is not 0 is positive.
 * @param {Rational[][]} A
 * @returns {[Point, Point]}
 */
function rightVectors(A) {
  const [[a, b], [c, d]] = A;
  const across = Number(a.mul(b).add(c.mul(d)).mul(2));
  const along = Number(a.mul(a).add(c.mul(c)).sub(b.mul(b)).sub(d.mul(d)));
  const turn = Math.atan2(across, along) / 2;
  const [x, y] = [Math.cos(turn), Math.sin(turn)];
  return [[x, y], y > 1e-9 ? [y, -x] : [-y, x]];
}

/** @param {CircleState} state @returns {CircleFacts} */
export function circleFacts({ A, angle }) {
  const sum = dot(A.flat(), A.flat());
  const [[a, b], [c, d]] = A;
  const determinant = a.mul(d).sub(b.mul(c));
  const gap = sum.mul(sum).sub(determinant.mul(determinant).mul(4));
  const root = rationalRoot(gap);
  const largest = Math.sqrt((Number(sum) + Math.sqrt(Math.max(0, Number(gap)))) / 2);
  const least = largest === 0 ? 0 : Math.abs(Number(determinant)) / largest;
  const v = rightVectors(A);
  const { x } = UNITS[nearestUnit(angle)];
  return {
    sum,
    determinant,
    squares: root && [sum.add(root).div(2), sum.sub(root).div(2)],
    sigma: [largest, least],
    v,
    arms: [image(A, v[0]), image(A, v[1])],
    x,
    image: apply(A, x),
  };
}

/** @param {number[][]} map @param {number} count @returns {Point[]} of the closed image of the circle */
export function curve([[a, b], [c, d]], count = 120) {
  return Array.from({ length: count + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const [x, y] = [Math.cos(turn), Math.sin(turn)];
    return [a * x + b * y, c * x + d * y];
  });
}
