// Forward and backward error of an answer for one column, (1, 0). Nothing here draws.
import { formatVector } from "../../shared/matrix.js";
import { format } from "../../shared/rational.js";
import { about } from "../kit/notation.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ y: Rational[], answer: Rational }} ThalesState */
/**
 * @typedef {object} ThalesFacts
 * @property {Rational} right the least-squares answer
 * @property {Rational | null} forward relative error; none if the right answer is 0
 * @property {number} backward the least relative change of the column
 */

/** @param {ThalesState} state @returns {ThalesFacts} */
export function thalesFacts({ y, answer }) {
  const right = y[0];
  const forward = right.n === 0n ? null : answer.sub(right).div(right).abs();
  const [u, v] = y.map((entry) => entry.valueOf());
  const guess = answer.valueOf();
  // For the answer 0 every column orthogonal to y is right.
  const backward =
    guess === 0
      ? Math.abs(u) / (Math.hypot(u, v) || 1)
      : Math.abs(
          Math.hypot(1 - u / guess / 2, v / guess / 2) - Math.hypot(u, v) / Math.abs(guess) / 2,
        );
  return { right, forward, backward };
}

/**
 * The point of the circle over the diameter from the origin to y that is nearest to a point.
 * @param {Point} point
 * @param {Point} y
 * @returns {Point}
 */
export function nearestOnCircle([s, t], [u, v]) {
  const [x, z] = [s - u / 2, t - v / 2];
  const length = Math.hypot(x, z);
  const radius = Math.hypot(u, v) / 2;
  return length
    ? [u / 2 + (radius * x) / length, v / 2 + (radius * z) / length]
    : [u / 2, v / 2 + radius];
}

/**
 * What the figure says in words.
 * @param {ThalesState} state
 * @param {ThalesFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ y, answer }, { right, forward, backward }) {
  const ratio = forward && backward > 1e-12 ? about(forward.valueOf() / backward, 3) : "none";
  return [
    [
      "Forward error",
      forward
        ? `${format(answer)} for ${format(right)}: ${format(forward)}`
        : "none: the right answer is 0",
    ],
    ["Backward error", about(backward, 3)],
    ["Forward over backward", ratio],
    ["Given", `y = ${formatVector(y)}`],
  ];
}
