// A solution of two equations in space as the sum of the least-norm solution and a step along the
// line of all solutions, in exact numbers; and what of them is drawn. Nothing here draws.
import { dot, isZero } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { acrossPlane, boxAndAxes, rightAngle } from "../kit/line_in_space.js";
import * as space from "../kit/space_geometry.js";
import { floatsInSpace } from "../kit/vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/line_in_space.js").Line} Line */
/** @typedef {import("../kit/space_geometry.js").Piece} Piece */
/** @typedef {import("../kit/space_geometry.js").Point} Point */
/**
 * @typedef {object} Parts
 * @property {Rational} t steps along the line
 * @property {Rational[]} step t times the direction: the part in the null space
 * @property {Rational[]} solution the least-norm solution plus the step
 * @property {Rational} rowSquared squared norm of the part in the row space
 * @property {Rational} nullSquared squared norm of the step
 */

/**
 * The solution so many steps along the line.
 * @param {Line} line
 * @param {Rational} t
 * @returns {Parts}
 */
export function partsAt({ nearest, direction }, t) {
  const step = direction.map((entry) => entry.mul(t));
  const solution = nearest.map((entry, i) => entry.add(step[i]));
  return { t, step, solution, rowSquared: dot(nearest, nearest), nullSquared: dot(step, step) };
}

/**
 * How many steps along the line a solution lies.
 * @param {Line} line
 * @param {Rational[]} solution
 * @returns {Rational}
 */
export function stepsTo({ direction }, solution) {
  return dot(solution, direction).div(dot(direction, direction));
}

/**
 * The largest number of steps, both ways, that does not leave the box.
 * @param {Line} line
 * @param {number} half
 * @param {Rational} step a multiple of it is returned
 * @returns {Rational}
 */
export function mostSteps({ nearest, direction }, half, step) {
  const reach = nearest.map((entry, i) => {
    if (direction[i].n === 0n) return Number.POSITIVE_INFINITY;
    return (half - Math.abs(entry.valueOf())) / Math.abs(direction[i].valueOf());
  });
  const count = Math.floor(Math.min(...reach) / step.valueOf() + 1e-9);
  return step.mul(rational(Math.max(1, count)));
}

/**
 * What is drawn, in the order of painting where nothing else decides.
 * @param {Line} line
 * @param {Parts} parts
 * @param {number} half
 * @returns {Piece[]}
 */
export function pieces(line, parts, half) {
  /** @type {Point} */
  const origin = [0, 0, 0];
  const [nearest, direction, solution] = [line.nearest, line.direction, parts.solution].map(
    floatsInSpace,
  );
  const found = [
    ...boxAndAxes(half),
    { name: "blue", points: space.faceInBox(acrossPlane(line), half) },
    { name: "line", points: space.lineInBox(nearest, direction, half) },
  ];
  if (parts.t.n !== 0n) {
    found.push({ name: "along", points: [nearest, solution] });
    found.push({ name: "whole", points: [origin, solution] });
  }
  if (!isZero(line.nearest)) {
    found.push({ name: "across", points: [origin, nearest] });
    const forward = parts.t.s < 0n ? space.along(origin, -1, direction) : direction;
    found.push(...rightAngle(nearest, forward, half));
  }
  found.push({ name: "origin", points: [origin] }, { name: "solution", points: [solution] });
  return [...found, { name: "nearest", points: [nearest] }];
}
