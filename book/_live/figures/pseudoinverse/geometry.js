// The pseudoinverse of a 2×2 matrix, and what it makes of b, in exact numbers. Nothing here draws.
import { apply, dot, scale, subtract, transpose } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { mapFacts } from "../subspaces/geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_parts.js").Point} Point */
/** @typedef {import("../subspaces/geometry.js").MapState} MapState */

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

/**
 * Replace x by the least-squares solution nearest to it: A⁺b and the part of x in the null space.
 * @param {MapState} state
 * @returns {MapState}
 */
export function settled(state) {
  const free = mapFacts(state).x[1];
  const least = apply(pseudoinverse(state.A), state.b);
  return { ...state, x: subtract(least, scale(rational(-1), free)) };
}

/**
 * The part of a line inside the square from −half to half.
 * @param {Point} through a point inside
 * @param {Point} direction
 * @param {number} half
 * @returns {[Point, Point]}
 */
export function lineInside(through, direction, half) {
  const ends = [-1, 1].map((sign) => {
    const reach = direction.map((speed, i) =>
      speed === 0
        ? Number.POSITIVE_INFINITY
        : (half - sign * Math.sign(speed) * through[i]) / Math.abs(speed),
    );
    const steps = sign * Math.min(...reach);
    return /** @type {Point} */ (through.map((entry, i) => entry + steps * direction[i]));
  });
  return [ends[0], ends[1]];
}
