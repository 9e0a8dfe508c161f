// A network trained at several scales: its curve, its hidden units, and how lazy it was.
// Nothing here draws.

/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Lazy
 * @property {Point[]} points that every curve meets
 * @property {number[]} places rising
 * @property {string[]} scales rising, as exact text
 * @property {number[]} linear heights of the linear model's curve at the places
 * @property {number[][]} curves for each scale
 * @property {Point[]} start where each unit begins
 * @property {Point[][]} units for each scale where they end
 * @property {number[][]} signs of their weights in the readout
 * @property {number[]} moved change of all weights over their length, for each scale
 * @property {number} half of the side of the units' pane
 * @property {number} held the place where the curve is held
 * @property {number} at the place of the scale
 */

const NEAR = 0.05; // sine of the angle up to which a unit counts as on a line

/** @param {Lazy} scene @param {number} height @returns {number} the scale whose curve is nearest */
export function scaleAt({ curves, held }, height) {
  const gaps = curves.map((curve) => Math.abs(curve[held] - height));
  return gaps.indexOf(Math.min(...gaps));
}

/** @param {Lazy} scene @param {number} at @returns {number} root mean square over the places */
export function apart({ curves, linear }, at) {
  const squares = curves[at].map((height, j) => (height - linear[j]) ** 2);
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
}

/**
 * Units whose bend is at one of the points, weighted by their strength |a|‖b‖.
 * @param {Lazy} scene
 * @param {number} at
 * @returns {number} their share of the whole strength
 */
export function atPoints({ points, units }, at) {
  let [all, near] = [0, 0];
  for (const [x, y] of units[at]) {
    const strength = x * x + y * y;
    const sines = points.map(([t]) => Math.abs(x + t * y) / Math.hypot(x, y) / Math.hypot(1, t));
    all += strength;
    if (Math.min(...sines) <= NEAR) near += strength;
  }
  return all ? near / all : 0;
}

/** @param {string} scale @returns {string} with the fraction's line of text */
export function written(scale) {
  return `α = ${scale}`;
}

/**
 * What the figure says in words.
 * @param {Lazy} scene
 * @param {number} at
 * @returns {[string, string][]}
 */
export function readout(scene, at) {
  const moved = scene.moved[at];
  return [
    ["From the dashed curve", `${apart(scene, at).toFixed(2)} in the mean square`],
    ["Bends at the points", `${Math.round(100 * atPoints(scene, at))} % of the units' strength`],
    ["All weights moved", `${moved} times their length at the start`],
    ["Scale", written(scene.scales[at])],
  ];
}
