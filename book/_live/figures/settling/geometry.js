// Estimates of a Gaussian kernel from k random frequencies, and how far they stray: the deviations
// of estimates from cosines and sines, and from cosines with random phases. Nothing here draws.

/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Estimates
 * @property {number[]} distances of the pairs of points, in length scales
 * @property {number[]} counts of frequencies, rising
 * @property {number[][][]} pairs for each seed and count an estimate for each distance
 * @property {number[][][]} phases
 * @property {[number, number]} at place of the count and of the seed that are shown first
 */
/** @typedef {{ largest: number, outside: number }} Missed */

const DEVIATIONS = 2;

/** @param {number} d @returns {number} */
export function kernel(d) {
  return Math.exp(-(d * d) / 2);
}

/**
 * @param {number} d distance
 * @param {number} count of frequencies
 * @param {boolean} hasPhases
 * @returns {number} two standard deviations of an estimate
 */
export function band(d, count, hasPhases) {
  const square = kernel(d) ** 2;
  return DEVIATIONS * Math.sqrt(((1 - square) ** 2 / 2 + (hasPhases ? 0.5 : 0)) / count);
}

/**
 * @param {number[]} counts
 * @param {number} wanted
 * @returns {number} place of the nearest, as factors go
 */
export function nearest(counts, wanted) {
  const gaps = counts.map((count) => Math.abs(Math.log(count / wanted)));
  return gaps.indexOf(Math.min(...gaps));
}

/**
 * The count whose shaded band has its upper edge at a point.
 * @param {number[]} counts
 * @param {Point} point
 * @returns {number} place of the nearest
 */
export function countThrough(counts, [d, height]) {
  const above = height - kernel(d);
  if (above <= 0) return counts.length - 1;
  return nearest(counts, (band(d, 1, false) / above) ** 2);
}

/**
 * @param {number[]} distances
 * @param {number[]} estimates
 * @param {number} count
 * @param {boolean} hasPhases
 * @returns {Missed} the largest error, and how many estimates lie outside the band
 */
export function missed(distances, estimates, count, hasPhases) {
  const errors = distances.map((d, i) => Math.abs(estimates[i] - kernel(d)));
  const rounding = 6e-4; // estimates have three digits
  const outside = errors.filter((e, i) => e > band(distances[i], count, hasPhases) + rounding);
  return { largest: Math.max(...errors), outside: outside.length };
}

/** @param {number} value @returns {string} with two digits after the point */
function digits(value) {
  return value.toFixed(2);
}

/**
 * What the figure says in words.
 * @param {Estimates} scene
 * @param {number} at place of the count
 * @param {number} seed place of the seed
 * @returns {[string, string][]}
 */
export function readout({ distances, counts, pairs, phases }, at, seed) {
  const count = counts[at];
  const [inner, outer] = [
    missed(distances, pairs[seed][at], count, false),
    missed(distances, phases[seed][at], count, true),
  ];
  const entries = distances.length;
  return [
    ["Largest error", `${digits(inner.largest)} by pairs and ${digits(outer.largest)} with phases`],
    ["Frequencies", `k = ${count}, draw ${seed + 1}`],
    ["Discs outside the shaded band", `${inner.outside} of ${entries}`],
    ["Rings outside the dashed lines", `${outer.outside} of ${entries}`],
  ];
}
