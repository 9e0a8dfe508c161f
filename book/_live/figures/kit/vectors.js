// Exact vectors as drawings and readouts need them.
import { rational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./svg.js").Point} Point */

const HALVES = [1, 1.5, 2, 3, 4, 6, 8, 10];

/** @param {Rational[]} vector of two entries @returns {Point} */
export function floats([x, y]) {
  return [x.valueOf(), y.valueOf()];
}

/** @param {Rational[]} vector of three entries @returns {import("./space_geometry.js").Point} */
export function floatsInSpace([x, y, z]) {
  return [x.valueOf(), y.valueOf(), z.valueOf()];
}

/**
 * The shortest vector of whole numbers in the same direction.
 * @param {Rational[]} vector not zero
 * @returns {Rational[]}
 */
export function primitive(vector) {
  const divisor = vector.reduce((common, entry) => common.gcd(entry), rational(0));
  return vector.map((entry) => entry.div(divisor));
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
