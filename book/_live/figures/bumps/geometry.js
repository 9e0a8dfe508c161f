// The fit of a Gaussian kernel to points: a sum of bumps, one over each point. Nothing here draws.
import { format, rational } from "../../shared/rational.js";
import { curveInView } from "../kit/curve_in_view.js";
import { about } from "../kit/notation.js";
import { gaussian, placesOf } from "../kit/places.js";
import { solvePositive } from "../kit/positive.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ points: Rational[][], length: Rational, penalty: Rational }} State */
/**
 * @typedef {object} Facts
 * @property {number[]} alpha heights of the bumps
 * @property {number[]} fitted values at the points
 * @property {number} missed sum of the squares of what is missed
 * @property {number} size squared length of w
 */

/**
 * The heights α: without a penalty those of K⁺y, which share a bump among points at one place.
 * Where c points stand, a penalty λ is λ/c for their mean.
 * @param {State} state
 * @returns {Facts}
 */
export function factsOf({ points, length, penalty }) {
  const [l, lambda] = [length.valueOf(), penalty.valueOf()];
  const values = points.map(([, y]) => y.valueOf());
  const groups = placesOf(points).map(({ place, members }) => ({
    at: place.valueOf(),
    members,
    mean: members.reduce((sum, i) => sum + values[i], 0) / members.length,
  }));
  const K = groups.map((one, i) =>
    groups.map(
      (other, j) => gaussian(one.at, other.at, l) + (i === j ? lambda / one.members.length : 0),
    ),
  );
  const beta = solvePositive(
    K,
    groups.map(({ mean }) => mean),
  );
  const alpha = values.map(() => 0);
  groups.forEach(({ members, mean }, j) => {
    for (const i of members) {
      const own = lambda ? (values[i] - mean) / lambda : 0;
      alpha[i] = beta[j] / members.length + own;
    }
  });
  const at = points.map(([x]) => x.valueOf());
  const fitted = at.map((x) => groups.reduce((s, g, j) => s + beta[j] * gaussian(x, g.at, l), 0));
  const missed = values.reduce((sum, y, i) => sum + (y - fitted[i]) ** 2, 0);
  const size = groups.reduce(
    (sum, { at: x }, i) =>
      sum + groups.reduce((s, g, j) => s + beta[i] * beta[j] * gaussian(x, g.at, l), 0),
    0,
  );
  return { alpha, fitted, missed, size };
}

/**
 * Each bump, and their sum.
 * @param {State} state
 * @param {Facts} facts
 * @param {Frame} view
 * @returns {{ bumps: Point[][][], curve: Point[][] }} paths in view
 */
export function curvesOf({ points, length }, { alpha }, view) {
  const [at, l] = [points.map(([x]) => x.valueOf()), length.valueOf()];
  /** @param {number} x @param {number} i @returns {number} */
  const bump = (x, i) => alpha[i] * gaussian(x, at[i], l);
  return {
    bumps: at.map((_, i) => curveInView((x) => bump(x, i), view)),
    curve: curveInView((x) => at.reduce((sum, _, i) => sum + bump(x, i), 0), view),
  };
}

/** @param {number} value @returns {string} */
function short(value) {
  const rounded = Math.round(value);
  if (Math.abs(value - rounded) < 1e-9 && Math.abs(value) < 1e6) {
    return String(rounded || 0).replace("-", "−");
  }
  return about(value, 3);
}

/** @param {number[]} alpha @returns {string} */
function heights(alpha) {
  const signs = "₁₂₃₄₅₆";
  return alpha.map((a, i) => `α${signs[i]} ${short(a).replace(/^(?!≈)/, "= ")}`).join(", ");
}

/**
 * What the figure says in words.
 * @param {State} state
 * @param {Facts} facts
 * @returns {[string, string][]}
 */
export function readout({ points, penalty, length }, { alpha, missed, size }) {
  const shared = placesOf(points).filter(({ members }) => members.length > 1);
  const [values] = shared.map(({ members }) => members.map((i) => points[i][1]));
  const lead = penalty.n
    ? `it misses the points; the squares add up to ${short(missed)}`
    : shared.length
      ? `at x = ${format(shared[0].place)} it passes through the mean of ` +
        `${values.map((y) => format(y)).join(" and ")}, which is ${format(mean(values))}`
      : "it passes through all points";
  return [
    ["Curve", `for ℓ = ${format(length)} and λ = ${format(penalty)} ${lead}`],
    ["Heights of the bumps", heights(alpha)],
    ["Squared length of w", short(size)],
  ];
}

/** @param {Rational[]} values @returns {Rational} */
function mean(values) {
  return values.reduce((sum, y) => sum.add(y), rational(0)).div(values.length);
}
