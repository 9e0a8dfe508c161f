// Points that are dragged: their names in links, their steps, and what is said of them.
import { format } from "../../shared/rational.js";
import { snap, stepBelow } from "./steps.js";
import { floats } from "./vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./plane_frame.js").Frame} Frame */
/** @typedef {import("./svg.js").Point} Point */

/** @param {Frame} view @returns {[Rational, Rational]} the steps in which points move */
export function stepsIn([left, bottom, right, top]) {
  return [stepBelow((right - left) / 20), stepBelow((top - bottom) / 28)];
}

/** @param {Rational[]} point @param {Point} by steps @param {Frame} view @returns {Point} */
export function nudged(point, by, view) {
  const sizes = stepsIn(view);
  return floats(point.map((entry, k) => entry.add(sizes[k].mul(by[k]))));
}

/**
 * @param {Rational[][]} points
 * @param {string} [across] the letter of the first coordinate
 * @returns {[string, Rational][]} x1, y1, x2 and so on
 */
export function namedEntries(points, across = "x") {
  return points.flatMap(([x, y], i) => [
    [`${across}${i + 1}`, x],
    [`y${i + 1}`, y],
  ]);
}

/**
 * @param {Rational[][]} points
 * @param {string} name of an entry, as a link says
 * @param {Rational} value
 * @returns {Rational[][]} the points with that entry
 */
export function withEntry(points, name, value) {
  const [axis, i] = [name[0] === "y" ? 1 : 0, Number(name.slice(1)) - 1];
  const moved = points[i].map((old, k) => (k === axis ? value : old));
  return points.map((point, k) => (k === i ? moved : point));
}

/** @param {Rational[][]} points @returns {string[]} what is said of each */
export function saidOf(points) {
  return points.map(
    ([x, y], i) => `Point ${i + 1} at ${format(x)}, ${format(y)}: arrow keys move it`,
  );
}

/**
 * The points with one moved as near as it may go, inside the view.
 * @param {Rational[][]} points
 * @param {number} i
 * @param {Point} to
 * @param {Frame} view
 * @returns {Rational[][]}
 */
export function withPoint(points, i, to, view) {
  const steps = stepsIn(view);
  const moved = to.map((entry, k) => snap(clamp(entry, view[k], view[k + 2]), steps[k]));
  return points.map((point, k) => (k === i ? moved : point));
}

/** @param {number} value @param {number} least @param {number} most @returns {number} */
function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
