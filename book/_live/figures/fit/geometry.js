// Points, a line, what it misses, and the line that misses least, in exact numbers; and where the
// hand that drags them means to go. Nothing here draws.
import { dot } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { snap, stepBelow } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ points: Rational[][], line: Rational[] }} FitState a line is its height at 0, its slope */
/**
 * @typedef {object} FitFacts
 * @property {Rational[]} misses points minus line
 * @property {Rational} sum of the squared misses
 * @property {Rational} least such sum of any line
 * @property {Rational[] | null} best the line that has it; null if it is not the only one
 * @property {Rational[]} products of the misses with ones and abscissas
 */

const NEAR = 1 / 45; // of the height, within which a line is drawn to the best one

/** @param {Rational[]} line @param {Rational} t @returns {Rational} */
export function heightAt([height, slope], t) {
  return height.add(slope.mul(t));
}

/** @param {Rational[]} numbers @returns {Rational} */
function mean(numbers) {
  return numbers.reduce((sum, x) => sum.add(x), rational(0)).div(numbers.length);
}

/** @param {FitState} state @returns {FitFacts} */
export function fitFacts({ points, line }) {
  const [across, up] = [0, 1].map((i) => points.map((point) => point[i]));
  const [t, y] = [mean(across), mean(up)];
  const [from, rest] = [across.map((x) => x.sub(t)), up.map((x) => x.sub(y))];
  const square = dot(from, from);
  const slope = square.n === 0n ? null : dot(from, rest).div(square);
  const misses = points.map(([x, height]) => height.sub(heightAt(line, x)));
  return {
    misses,
    sum: dot(misses, misses),
    least: dot(rest, rest).sub(slope ? slope.mul(slope).mul(square) : 0),
    best: slope && [y.sub(slope.mul(t)), slope],
    products: [misses.reduce((sum, x) => sum.add(x), rational(0)), dot(misses, across)],
  };
}

/** @param {Frame} view @returns {[Rational, Rational]} the steps in which points move */
export function stepsIn([left, bottom, right, top]) {
  return [stepBelow((right - left) / 24), stepBelow((top - bottom) / 28)];
}

/**
 * Move a point; a line that was the best one stays the best one.
 * @param {FitState} state
 * @param {number} i
 * @param {Rational[]} to
 * @returns {FitState}
 */
export function withPoint(state, i, to) {
  const points = state.points.map((point, k) => (k === i ? to : point));
  const { sum, least } = fitFacts(state);
  const best = sum.equals(least) && fitFacts({ ...state, points }).best;
  return { points, line: best || state.line };
}

/**
 * The point of the grid, inside the view, nearest to where the hand is.
 * @param {Point} at
 * @param {Frame} view
 * @returns {Rational[]}
 */
export function pointNear(at, view) {
  return stepsIn(view).map((step, i) => {
    const [low, high] = [view[i], view[i + 2]].map((edge) => edge / step.valueOf());
    const count = Math.round(at[i] / step.valueOf());
    return step.mul(Math.min(Math.floor(high), Math.max(Math.ceil(low), count)));
  });
}

/**
 * The line through its height at one place and another height at the other.
 * @param {Rational[]} line
 * @param {Rational[]} places where the line is held
 * @param {number} k which of the two moves
 * @param {Rational} height
 * @returns {Rational[]}
 */
export function withEnd(line, places, k, height) {
  const heights = places.map((t, i) => (i === k ? height : heightAt(line, t)));
  const slope = heights[1].sub(heights[0]).div(places[1].sub(places[0]));
  return [heights[0].sub(slope.mul(places[0])), slope];
}

/**
 * The height of the grid nearest to the hand, or that of the best line if it is near.
 * @param {number} height
 * @param {Rational | null} best
 * @param {Frame} view
 * @returns {Rational}
 */
export function heightNear(height, best, view) {
  const [, bottom, , top] = view;
  if (best && Math.abs(best.valueOf() - height) < NEAR * (top - bottom)) return best;
  return snap(Math.min(top, Math.max(bottom, height)), stepsIn(view)[1]);
}
