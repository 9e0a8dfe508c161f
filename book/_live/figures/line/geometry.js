// The line a x + b y = c, its nearest point to the origin and its solutions, in exact numbers;
// and where the hand that drags them means to go. Nothing here draws.
import { rational } from "../../shared/rational.js";
import { frameAround } from "../kit/plane_frame.js";
import { snap, stepBelow } from "../kit/steps.js";

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
    solution: solutionAt({ nearest, along }, t),
    waste,
    lengthSquared: distanceSquared.add(waste),
  };
}

/**
 * The solution so many steps from the nearest point.
 * @param {Pick<LineFacts, "nearest" | "along">} facts
 * @param {Rational} t
 * @returns {Rational[]}
 */
export function solutionAt({ nearest, along }, t) {
  return nearest.map((entry, i) => entry.add(along[i].mul(t)));
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
 * The part of the plane with the nearest point and the solution.
 * @param {LineFacts} facts
 * @param {Frame} home
 * @returns {Frame}
 */
export function frameFor(facts, home) {
  const points = [facts.nearest, facts.solution].map((point) => point.map(Number));
  return frameAround(points, home);
}
