// Polynomials through points, the shortest ones for two measures of their coefficients, in exact
// numbers. Nothing here draws.
import { apply, dot, multiply, rowReduce, transpose } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { curveInView } from "../kit/curve_in_view.js";
import { about } from "../kit/notation.js";
import { stepsIn } from "../kit/points.js";
import { snap } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ points: Rational[][], degree: number, constant: Rational }} State */
/**
 * @typedef {object} Facts
 * @property {Rational[][]} coefficients of the two polynomials, low degrees first
 * @property {Rational[][]} lengths each measured both ways
 * @property {Rational} missed sum of the squared misses
 */

/** @param {number} p @param {Rational} c @returns {Rational[]} the numbers before xʲ in (x + c)^p */
export function powerWeights(p, c) {
  let number = rational(1);
  return Array.from({ length: p + 1 }, (_, j) => {
    if (j) number = number.mul(p - j + 1).div(j);
    return number.mul(c.pow(p - j) ?? 1);
  });
}

/** @param {Rational[][]} matrix invertible @param {Rational[]} right @returns {Rational[]} */
function solve(matrix, right) {
  const { reduced } = rowReduce(matrix.map((row, i) => [...row, right[i]]));
  return reduced.map((row) => row[row.length - 1]);
}

/**
 * The polynomial that misses least and, of those, has the least Σ wⱼ²/μⱼ.
 * @param {Rational[][]} points with different abscissas
 * @param {Rational[]} weights
 * @returns {Rational[]} its coefficients
 */
export function shortest(points, weights) {
  const values = points.map(([, y]) => y);
  const features = points.map(([x]) => {
    let power = rational(1);
    return weights.map((_, j) => {
      if (j) power = power.mul(x);
      return power;
    });
  });
  const turned = transpose(features);
  if (weights.length < points.length) {
    return solve(multiply(turned, features), apply(turned, values));
  }
  const scaled = turned.map((row, j) => row.map((entry) => entry.mul(weights[j])));
  return apply(scaled, solve(multiply(features, scaled), values));
}

/** @param {Rational[]} coefficients @param {Rational} x @returns {Rational} */
export function valueAt(coefficients, x) {
  return coefficients.reduceRight((sum, w) => sum.mul(x).add(w), rational(0));
}

/** @param {State} state @returns {Facts} */
export function factsOf({ points, degree, constant }) {
  const weights = powerWeights(degree, constant);
  const ones = weights.map(() => rational(1));
  const coefficients = [weights, ones].map((measure) => shortest(points, measure));
  const lengths = coefficients.map((w) =>
    [weights, ones].map((measure) =>
      dot(
        w.map((entry, j) => entry.div(measure[j])),
        w,
      ),
    ),
  );
  const misses = points.map(([x, y]) => y.sub(valueAt(coefficients[0], x)));
  return { coefficients, lengths, missed: dot(misses, misses) };
}

/** @param {Rational[]} coefficients @param {number} x @returns {number} */
export function floatAt(coefficients, x) {
  return coefficients.reduceRight((sum, w) => sum * x + w.valueOf(), 0);
}

/**
 * A curve as the paths of it that are in view.
 * @param {Rational[]} coefficients
 * @param {Frame} view
 * @returns {Point[][]}
 */
export function pathsOf(coefficients, view) {
  const floats = coefficients.map(Number);
  return curveInView((x) => floats.reduceRight((sum, w) => sum * x + w, 0), view);
}

/** @param {Rational} number @returns {string} exact while it is short */
function short(number) {
  return number.d < 1000n && number.n < 100000n ? format(number) : about(number.valueOf(), 4);
}

/**
 * What the figure says in words.
 * @param {State} state
 * @param {Facts} facts
 * @returns {[string, string][]}
 */
export function readout({ points, degree }, { coefficients, lengths, missed }) {
  const [count, need] = [degree + 1, points.length];
  const head = `${degree}, so ${count} coefficients for ${need} points`;
  const lead =
    count < need
      ? `${head}: the squared misses add up to ${short(missed)}, and no curve has less`
      : count === need
        ? `${head}: one curve passes through all, whatever the measure`
        : `${head}: many curves pass through all, and each measure has its shortest`;
  const abscissas = points.map(([x]) => x.valueOf());
  const [first, last] = [Math.min(...abscissas), Math.max(...abscissas)];
  const gaps = Array.from({ length: 101 }, (_, k) => {
    const x = first + ((last - first) * k) / 100;
    return Math.abs(floatAt(coefficients[0], x) - floatAt(coefficients[1], x));
  });
  const apart =
    count > need ? `the curves are up to ${about(Math.max(...gaps), 2)} apart` : "the curves agree";
  return [
    ["Degree", lead],
    ["Between the points", apart],
    [
      "Sum of squared coefficients",
      `solid ${short(lengths[0][1])}, dashed ${short(lengths[1][1])}`,
    ],
    [
      "The same, each divided by its weight",
      `solid ${short(lengths[0][0])}, dashed ${short(lengths[1][0])}`,
    ],
  ];
}

/** @param {Rational[][]} points @returns {boolean} whether no two are above each other */
export function areApart(points) {
  return new Set(points.map(([x]) => x.toFraction())).size === points.length;
}

/**
 * The points with one moved as near as it may go: inside the view, and past no other point.
 * @param {Rational[][]} points
 * @param {number} i
 * @param {Point} to
 * @param {Frame} view
 * @returns {Rational[][]}
 */
export function withPoint(points, i, to, view) {
  const steps = stepsIn(view);
  const at = points[i][0];
  const below = points.map(([x]) => x).filter((x) => x.lt(at));
  const above = points.map(([x]) => x).filter((x) => x.gt(at));
  const size = steps[0].valueOf();
  const low = Math.max(view[0], ...below.map((x) => x.valueOf() + size));
  const high = Math.min(view[2], ...above.map((x) => x.valueOf() - size));
  const x = high < low ? at : snap(Math.max(low, Math.min(high, to[0])), steps[0]);
  const y = snap(Math.max(view[1], Math.min(view[3], to[1])), steps[1]);
  const isFree = points.every((point, k) => k === i || !point[0].equals(x));
  return points.map((point, k) => (k === i ? [isFree ? x : at, y] : point));
}
