// The line a x + b y = c, its nearest point to the origin and its solutions, in exact numbers;
// and where the hand that drags them means to go. Nothing here draws.
import { rational } from "../../shared/rational.js";
import { snap, stepAbove, stepBelow } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {{ a: Rational, b: Rational, c: Rational, t: Rational }} LineState */
/** @typedef {[number, number, number, number]} Frame left, bottom, right, top */
/**
 * @typedef {object} LineFacts
 * @property {Rational} squared a² + b²
 * @property {Rational[]} along the direction (b, −a) of the line
 * @property {Rational[]} nearest
 * @property {Rational} distanceSquared of the nearest point
 * @property {Rational[]} solution the nearest point plus t times the direction
 * @property {Rational} waste what the step along the line adds to the squared distance
 * @property {Rational} lengthSquared of the solution
 */

/**
 * What the line is; null if a = b = 0.
 * @param {LineState} state
 * @returns {LineFacts | null}
 */
export function lineFacts({ a, b, c, t }) {
  const squared = a.mul(a).add(b.mul(b));
  if (squared.n === 0n) return null;
  const factor = c.div(squared);
  const along = [b, a.neg()];
  const nearest = [a.mul(factor), b.mul(factor)];
  const waste = t.mul(t).mul(squared);
  const distanceSquared = c.mul(factor);
  return {
    squared,
    along,
    nearest,
    distanceSquared,
    solution: nearest.map((entry, i) => entry.add(along[i].mul(t))),
    waste,
    lengthSquared: distanceSquared.add(waste),
  };
}

/**
 * How finely the line turns and moves and the solution walks: about 1/15, 1/60, 1/60 of the view.
 * @param {LineState} state with a line
 * @param {Frame} frame
 * @returns {{ normal: Rational, offset: Rational, walk: Rational, scale: Rational }}
 */
export function steps(state, frame) {
  const height = frame[3] - frame[1];
  const length = Math.hypot(state.a.valueOf(), state.b.valueOf());
  const scale = normalScale(state, frame);
  return {
    normal: stepBelow((scale.valueOf() * height) / 15),
    offset: stepBelow((length * height) / 60),
    walk: stepBelow(height / (60 * length)),
    scale,
  };
}

/**
 * How many units of (a, b) one unit of the picture stands for: 1 if the arrow fits, else a round
 * number with which it does.
 * @param {LineState} state
 * @param {Frame} frame
 * @returns {Rational}
 */
export function normalScale(state, frame) {
  const [left, bottom, right, top] = frame.map((edge) => 0.94 * edge);
  const [a, b] = [state.a.valueOf(), state.b.valueOf()];
  const needed = Math.max(a / (a > 0 ? right : left) || 0, b / (b > 0 ? top : bottom) || 0);
  const readable = Math.hypot(a, b) > (top - bottom) / 10;
  if (needed <= 1 && readable) return rational(1);
  return stepBelow(2.5 * needed);
}

/**
 * The coefficients whose arrow ends nearest to a point; not both are 0.
 * @param {LineState} state
 * @param {{ normal: Rational, scale: Rational }} step
 * @param {number} x
 * @param {number} y
 * @returns {LineState}
 */
export function turnTo(state, step, x, y) {
  const scale = step.scale.valueOf();
  const a = snap(x * scale, step.normal);
  const b = snap(y * scale, step.normal);
  return a.n === 0n && b.n === 0n ? state : { ...state, a, b };
}

/**
 * The parallel line nearest to a point.
 * @param {LineState} state
 * @param {{ offset: Rational }} step
 * @param {number} x
 * @param {number} y
 * @returns {LineState}
 */
export function shiftTo(state, step, x, y) {
  return { ...state, c: snap(state.a.valueOf() * x + state.b.valueOf() * y, step.offset) };
}

/**
 * The solution nearest to a point.
 * @param {LineState} state
 * @param {{ walk: Rational }} step
 * @param {number} x
 * @param {number} y
 * @returns {LineState}
 */
export function walkTo(state, step, x, y) {
  const [a, b] = [state.a.valueOf(), state.b.valueOf()];
  return { ...state, t: snap((x * b - y * a) / (a * a + b * b), step.walk) };
}

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
 * The part of the plane with the nearest point and the solution.
 * @param {LineFacts} facts
 * @param {Frame} home
 * @returns {Frame}
 */
export function frameFor(facts, home) {
  const points = [facts.nearest, facts.solution].map((point) => point.map(Number));
  return frameAround(points, home);
}

/**
 * A point of the line near the end that its direction leads to, inside the frame.
 * @param {[number, number]} nearest
 * @param {[number, number]} along
 * @param {Frame} frame
 * @returns {[number, number]}
 */
export function endInFrame(nearest, along, [left, bottom, right, top]) {
  const ends = [
    [along[0], nearest[0], left, right],
    [along[1], nearest[1], bottom, top],
  ].map(([step, from, low, high]) => {
    if (step === 0) return Number.POSITIVE_INFINITY;
    return ((step > 0 ? high : low) - from) / step;
  });
  const way = 0.75 * Math.min(...ends);
  return [nearest[0] + way * along[0], nearest[1] + way * along[1]];
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
