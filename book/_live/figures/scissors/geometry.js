// The fit of y by the columns (2, h) and (2, −h), in exact numbers. Nothing here draws.
import { formatVector } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { lineInFrame } from "../kit/plane_frame.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ h: Rational, y: Rational[] }} State */
/**
 * @typedef {object} Fit
 * @property {Rational[][]} columns
 * @property {Rational[]} weights the only fit, or the shortest one where the columns are equal
 * @property {Rational} least each of the two shortest weights with the settled sum
 * @property {Rational[]} fitted
 * @property {boolean} isSingular
 */

const REACH = rational(2); // the first entry of both columns

/** @param {State} state @returns {Fit} */
export function fitOf({ h, y: [across, up] }) {
  const isSingular = h.n === 0n;
  const least = across.div(REACH.mul(2));
  const apart = isSingular ? rational(0) : up.div(h.mul(2));
  return {
    columns: [
      [REACH, h],
      [REACH, h.neg()],
    ],
    weights: [least.add(apart), least.sub(apart)],
    least,
    fitted: [across, isSingular ? rational(0) : up],
    isSingular,
  };
}

/**
 * What the figure says in words.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function readout(state) {
  const { columns, weights, least, fitted, isSingular } = fitOf(state);
  const sum = format(least.mul(2));
  const [first, second] = columns.map(formatVector);
  const alone = isSingular
    ? `not settled: every point of the line fits equally well, and ${formatVector(weights)} is the shortest`
    : `w₁ = ${format(weights[0])}, w₂ = ${format(weights[1])}: they differ by ${format(weights[0].sub(weights[1]).abs())}`;
  const missed = state.y[1].sub(fitted[1]);
  const fit = missed.n === 0n ? "y is met" : `y is missed by ${format(missed.abs())}`;
  return [
    ["Columns", `x₁ = ${first}, x₂ = ${second}, y = ${formatVector(state.y)}: ${fit}`],
    ["Prediction for (1, 1)", `w₁ + w₂ = ${sum}, for every h`],
    ["Weights", alone],
  ];
}

/**
 * The part of a segment inside a pane.
 * @param {Point} start
 * @param {Point} end
 * @param {number} half of the pane's side
 * @returns {[] | [Point, Point]}
 */
export function inPane(start, end, half) {
  const direction = /** @type {Point} */ ([end[0] - start[0], end[1] - start[1]]);
  const square = direction[0] ** 2 + direction[1] ** 2;
  if (square === 0) return [];
  const cut = lineInFrame(start, direction, [-half, -half, half, half]);
  if (cut.length === 0) return [];
  /** @param {Point} point @returns {number} how far along the segment, from 0 to 1 */
  const way = ([x, y]) => ((x - start[0]) * direction[0] + (y - start[1]) * direction[1]) / square;
  const [from, to] = cut.map((point) => Math.max(0, Math.min(1, way(point))));
  if (from === to) return [];
  /** @param {number} share @returns {Point} */
  const at = (share) => [start[0] + share * direction[0], start[1] + share * direction[1]];
  return [at(from), at(to)];
}
