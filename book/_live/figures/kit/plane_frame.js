// The part of a plane that is shown: how large it is, its grid lines, and lines cut at its edges.
// Nothing here draws.
import { stepAbove, stepBelow } from "./steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./svg.js").Point} Point */
/** @typedef {[number, number, number, number]} Frame left, bottom, right, top of what is shown */

/**
 * The part of the plane to show: the static figure's, or one around the origin that is larger or
 * smaller by a round number, so that the points are in view.
 * @param {number[][]} points
 * @param {Frame} home
 * @param {(reach: number) => Rational} [round] half the height for points at most so far away
 * @returns {Frame}
 */
export function frameAround(points, home, round = (reach) => stepBelow(3 * reach)) {
  const [left, bottom, right, top] = home;
  const inside = points.every(([x, y]) => {
    const [u, v] = [(x - left) / (right - left), (y - bottom) / (top - bottom)];
    return Math.min(u, v) > 0.03 && Math.max(u, v) < 0.97;
  });
  const reach = Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
  const height = top - bottom;
  if (inside && (reach > height / 20 || reach === 0)) return home;
  const half = round(reach).valueOf();
  const wide = (half * (right - left)) / height;
  return [-wide, -half, wide, half];
}

/**
 * The lines of a grid in a range: multiples of a round number, at most eight or so.
 * @param {number} low
 * @param {number} high
 * @param {number} span of the wider direction
 * @returns {Rational[]}
 */
export function gridLines(low, high, span) {
  const step = stepAbove(span / 8);
  const lines = [];
  for (let k = Math.ceil(low / step.valueOf()); k * step.valueOf() <= high; k += 1) {
    lines.push(step.mul(k));
  }
  return lines;
}

/**
 * The part of a line inside a frame, from where the line comes to where it goes; nothing if it
 * passes by.
 * @param {Point} through
 * @param {Point} direction not zero
 * @param {Frame} frame
 * @returns {[] | [Point, Point]}
 */
export function lineInFrame(through, direction, [left, bottom, right, top]) {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [i, low, high] of /** @type {const} */ ([
    [0, left, right],
    [1, bottom, top],
  ])) {
    const [speed, from] = [direction[i], through[i]];
    if (speed === 0) {
      if (from < low || from > high) return [];
      continue;
    }
    const ways = [(low - from) / speed, (high - from) / speed];
    first = Math.max(first, Math.min(...ways));
    last = Math.min(last, Math.max(...ways));
  }
  if (first > last) return [];
  /** @param {number} way @returns {Point} */
  const at = (way) => [through[0] + way * direction[0], through[1] + way * direction[1]];
  return [at(first), at(last)];
}
