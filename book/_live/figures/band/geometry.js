// A Gaussian process with the Gaussian kernel, given values at points: mean, deviation, draws, and
// the logarithm of the likelihood. Nothing here draws.
import { format } from "../../shared/rational.js";
import { curveInView } from "../kit/curve_in_view.js";
import { about } from "../kit/notation.js";
import { gaussian, placesOf } from "../kit/places.js";
import { backward, factorOf, forward } from "../kit/positive.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ points: Rational[][], length: Rational, noise: Rational }} State */
/**
 * @typedef {object} Chance what draws are made from
 * @property {number} center of the features
 * @property {number[][]} weights of the features, for each draw
 * @property {number[][]} errors a standard normal number for each point, for each draw
 */
/**
 * @typedef {object} Facts
 * @property {(x: number) => number} mean
 * @property {(x: number) => number} deviation
 * @property {((x: number) => number)[]} draws
 * @property {number | null} likelihood its logarithm; null if the values have no density
 * @property {Rational | null} clash a place with two values, which no draw without noise has
 */

const STEPS = 160; // of the band's edges
const DEVIATIONS = 2;

/**
 * Features of the Gaussian kernel: their inner products are its values.
 * @param {number} z distance from the center in length scales
 * @param {number} count
 * @returns {number[]}
 */
export function features(z, count) {
  const found = [Math.exp(-(z * z) / 2)];
  for (let j = 1; j < count; j += 1) found.push((found[j - 1] * z) / Math.sqrt(j));
  return found;
}

/**
 * Without noise points at one place count once, with the mean of their values.
 * @param {State} state
 * @returns {{ at: number[], members: number[][], clash: Rational | null }}
 */
function placed({ points, noise }) {
  if (noise.n) {
    return {
      at: points.map(([x]) => x.valueOf()),
      members: points.map((_, i) => [i]),
      clash: null,
    };
  }
  const groups = placesOf(points);
  const torn = groups.find(({ members }) =>
    members.some((i) => !points[i][1].equals(points[members[0]][1])),
  );
  return {
    at: groups.map(({ place }) => place.valueOf()),
    members: groups.map(({ members }) => members),
    clash: torn?.place ?? null,
  };
}

/**
 * @param {State} state
 * @param {Chance} chance
 * @returns {Facts}
 */
export function factsOf(state, { center, weights, errors }) {
  const [l, tau] = [state.length.valueOf(), state.noise.valueOf()];
  const { at, members, clash } = placed(state);
  const y = state.points.map(([, value]) => value.valueOf());
  const K = at.map((x, i) => at.map((z, j) => gaussian(x, z, l) + (i === j ? tau * tau : 0)));
  const L = factorOf(K);
  /** @param {number[]} values of the points @returns {number[]} one for each place */
  const atPlaces = (values) =>
    members.map((all) => all.reduce((sum, i) => sum + values[i], 0) / all.length);
  /** @param {number[]} values @returns {(x: number) => number} */
  const fit = (values) => {
    const alpha = backward(L, forward(L, atPlaces(values)));
    return (x) => alpha.reduce((sum, a, i) => sum + a * gaussian(x, at[i], l), 0);
  };
  /** @param {number} x @returns {number} */
  const deviation = (x) => {
    const w = forward(
      L,
      at.map((z) => gaussian(x, z, l)),
    );
    return Math.sqrt(Math.max(0, 1 - w.reduce((sum, entry) => sum + entry * entry, 0)));
  };
  const draws = weights.map((a, k) => {
    /** @param {number} x @returns {number} the draw without data */
    const free = (x) => {
      const psi = features((x - center) / l, a.length);
      return psi.reduce((sum, value, j) => sum + value * a[j], 0);
    };
    const missed = y.map(
      (value, i) => value - free(state.points[i][0].valueOf()) - tau * errors[k][i],
    );
    const shift = fit(missed);
    return (/** @type {number} */ x) => free(x) + shift(x);
  });
  const isDense = members.every((all) => all.length === 1);
  const likelihood = isDense ? logOfDensity(L, y) : null;
  return { mean: fit(y), deviation, draws, likelihood, clash };
}

/** @param {number[][]} L @param {number[]} y @returns {number} */
function logOfDensity(L, y) {
  const w = forward(L, y);
  const logs = L.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
  const square = w.reduce((sum, entry) => sum + entry * entry, 0);
  return -square / 2 - logs - (y.length / 2) * Math.log(2 * Math.PI);
}

/**
 * @param {Facts} facts
 * @param {Frame} view
 * @returns {{ band: Point[], curve: Point[][], draws: Point[][][] }} what is in view
 */
export function curvesOf({ mean, deviation, draws }, view) {
  const [left, bottom, right, top] = view;
  const across = Array.from({ length: STEPS + 1 }, (_, k) => left + ((right - left) * k) / STEPS);
  /** @param {number} side @returns {Point[]} */
  const edge = (side) =>
    across.map((x) => {
      const y = mean(x) + side * DEVIATIONS * deviation(x);
      return [x, Math.max(bottom, Math.min(top, y))];
    });
  return {
    band: [...edge(1), ...edge(-1).reverse()],
    curve: curveInView(mean, view),
    draws: draws.map((draw) => curveInView(draw, view)),
  };
}

/**
 * The place in view where the deviation is largest between the outermost points.
 * @param {State} state
 * @param {Facts} facts
 * @returns {Point} place and deviation
 */
function widest({ points }, { deviation }) {
  const places = points.map(([x]) => x.valueOf());
  const [first, last] = [Math.min(...places), Math.max(...places)];
  /** @type {Point} */
  let found = [first, deviation(first)];
  for (let k = 1; k <= STEPS; k += 1) {
    const x = first + ((last - first) * k) / STEPS;
    const size = deviation(x);
    if (size > found[1] + 1e-12) found = [x, size];
  }
  return found;
}

/**
 * What the figure says in words.
 * @param {State} state
 * @param {Facts} facts
 * @returns {[string, string][]}
 */
export function readout(state, facts) {
  const { points, length, noise } = state;
  const model = `ℓ = ${format(length)} and τ = ${format(noise)}`;
  const [x, size] = widest(state, facts);
  const likely =
    facts.likelihood === null
      ? facts.clash
        ? `none for ${model}: no draw without noise has two values at x = ${format(facts.clash)}`
        : `none for ${model}: without noise one of two equal points is certain`
      : `${about(facts.likelihood, 4)} for ${model}`;
  return [
    ["Logarithm of the likelihood", likely],
    ["Largest deviation between the points", `${about(size, 2)}, at x ${about(x, 3)}`],
    [
      "Mean at the points",
      points.map(([place]) => about(facts.mean(place.valueOf()), 3)).join(", "),
    ],
  ];
}
