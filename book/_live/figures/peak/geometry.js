// The mean error of the shortest fit with p of d equal features, and what it is made of: features
// that are not used, directions that the examples do not show, and noise. Nothing here draws.

/**
 * @typedef {object} Truth
 * @property {number} total features d that the truth has
 * @property {number} signal squared length of their equal coefficients
 * @property {number} noise variance
 */
/**
 * @typedef {object} Parts of the mean error
 * @property {number} unused
 * @property {number} unseen
 * @property {number} noise infinite within one of the peak
 */
/**
 * @typedef {Truth & {
 *   features: number[], examples: number[], heights: number[][][], at: [number, number] }} Simulated
 */

/** @param {Truth} truth @param {number} examples @param {number} used @returns {Parts} */
export function partsOf({ total, signal, noise }, examples, used) {
  const unused = (signal * (total - used)) / total;
  const unseen = Math.max(0, 1 - examples / used) * (signal - unused);
  const away = Math.abs(used - examples) - 1;
  const carried = (noise + unused) * Math.min(used, examples);
  return { unused, unseen, noise: away > 0 ? carried / away : Infinity };
}

/** @param {Truth} truth @param {number} examples @param {number} used @returns {number} */
export function meanError(truth, examples, used) {
  const { unused, unseen, noise } = partsOf(truth, examples, used);
  return unused + unseen + noise;
}

/**
 * @param {Truth} truth
 * @param {number} examples
 * @param {-1 | 1} side of the peak
 * @returns {[number, number][]} p and the logarithm of the mean, from 1 or up to d
 */
export function meanRun(truth, examples, side) {
  const places = Array.from({ length: truth.total }, (_, k) => k + 1);
  return places
    .filter((p) => side * (p - examples) >= 1)
    .map((p) => [p, Math.log10(meanError(truth, examples, p))]);
}

/** @param {Simulated} scene @param {number} examples @returns {number[][]} medians, then draws */
export function rowsOf({ examples: known, heights }, examples) {
  return heights[known.indexOf(examples)];
}

/** @param {number[]} values rising @param {number} wanted @returns {number} place of the nearest */
export function nearest(values, wanted) {
  const gaps = values.map((value) => Math.abs(value - wanted));
  return gaps.indexOf(Math.min(...gaps));
}

/** @param {number} value @returns {string} with three digits */
export function digits(value) {
  return value === Infinity ? "infinite" : String(Number(value.toPrecision(3)));
}

/**
 * What the figure says in words.
 * @param {Simulated} scene
 * @param {number} examples
 * @param {number} used
 * @returns {[string, string][]}
 */
export function readout(scene, examples, used) {
  const parts = partsOf(scene, examples, used);
  const mean = digits(meanError(scene, examples, used));
  const [medians] = rowsOf(scene, examples);
  const median = digits(10 ** medians[scene.features.indexOf(used)]);
  return [
    ["Mean error", `${mean} for p = ${used} of ${scene.total} features and N = ${examples}`],
    ["Median of the draws", median],
    ["Of the mean: features not used", digits(parts.unused)],
    ["Of the mean: directions not seen", digits(parts.unseen)],
    ["Of the mean: noise", digits(parts.noise)],
  ];
}
