// Networks on the straight way from a random last layer to the nearest one that passes through the
// points. Nothing here draws.

/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Starts
 * @property {Point[]} points that the trained networks pass through
 * @property {number} held number of the place where the first network is held
 * @property {number[]} places rising
 * @property {number[]} widths of the hidden layer, rising
 * @property {number[][][]} before for each width and start what the network says at each place
 * @property {number[][][]} after alike
 * @property {number[]} mean of the limit at each place
 * @property {number[]} deviation
 * @property {[number, number]} at the place of the width, and the share of the way
 */

/** @param {Starts} scene @param {number} width its place @param {number} share @returns {number[][]} */
export function onTheWay({ before, after }, width, share) {
  return before[width].map((from, i) =>
    from.map((value, j) => (1 - share) * value + share * after[width][i][j]),
  );
}

/**
 * The share of the way at which the held network has a height; where it doesn't move, all of it.
 * @param {Starts} scene
 * @param {number} width its place
 * @param {number} height
 * @returns {number} in twentieths
 */
export function shareAt({ before, after, held }, width, height) {
  const [from, to] = [before[width][0][held], after[width][0][held]];
  if (Math.abs(to - from) < 1e-9) return 1;
  const share = (height - from) / (to - from);
  return Math.max(0, Math.min(1, Math.round(20 * share) / 20));
}

/**
 * @param {Starts} scene
 * @param {number[]} heights of one network
 * @returns {number} the largest distance to a point
 */
export function missed({ points, places }, heights) {
  return Math.max(...points.map(([t, y]) => Math.abs(heights[places.indexOf(t)] - y)));
}

/**
 * @param {Starts} scene
 * @param {number[][]} networks
 * @returns {number} the share of all values that lie in the band, where it has a width
 */
export function insideBand({ mean, deviation }, networks) {
  const wide = mean.map((_, j) => j).filter((j) => deviation[j] > 0.02);
  const values = networks.flatMap((heights) =>
    wide.map((j) => Math.abs(heights[j] - mean[j]) <= 2 * deviation[j] + 0.01),
  );
  return values.filter(Boolean).length / values.length;
}

/**
 * What the figure says in words.
 * @param {Starts} scene
 * @param {number} width its place
 * @param {number} share
 * @returns {[string, string][]}
 */
export function readout(scene, width, share) {
  const networks = onTheWay(scene, width, share);
  const errors = networks.map((heights) => missed(scene, heights));
  return [
    ["Largest distance to a point", Math.max(...errors).toFixed(2)],
    ["In the shaded band", `${Math.round(100 * insideBand(scene, networks))} % of all values`],
    ["Way", `${Math.round(100 * share)} % from the random start to the nearest solution`],
    ["Width", `k = ${scene.widths[width]}`],
  ];
}
