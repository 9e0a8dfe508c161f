// Outputs of networks and of their linear models at two inputs, at one time of training. Nothing here
// draws.
import { rounded } from "../kit/notation.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Training
 * @property {Point} target
 * @property {number[]} widths rising
 * @property {number[]} times rising
 * @property {Point[][][]} networks for each width and draw the outputs at all times
 * @property {Point[][][]} linear alike
 * @property {Point[]} limit
 */
/** @typedef {[width: number, time: number]} At both counted from 0 */

/** @param {Point} a @param {Point} b @returns {number} */
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/**
 * How far networks are from their linear models, and from the limit, at one time, at most.
 * @param {Training} scene
 * @param {At} at
 * @returns {{ apart: number, off: number }}
 */
export function gaps({ networks, linear, limit }, [width, time]) {
  const now = networks[width].map((way) => way[time]);
  return {
    apart: Math.max(...now.map((point, i) => distance(point, linear[width][i][time]))),
    off: Math.max(...now.map((point) => distance(point, limit[time]))),
  };
}

/**
 * @param {Point[]} way
 * @param {Point} to
 * @returns {number} the time at which the way is nearest to a point
 */
export function timeNear(way, to) {
  const far = way.map((point) => distance(point, to));
  return far.indexOf(Math.min(...far));
}

/**
 * What the figure says in words.
 * @param {Training} scene
 * @param {At} at
 * @returns {[string, string][]}
 */
export function readout(scene, at) {
  const { apart, off } = gaps(scene, at);
  const way = scene.limit[at[1]].map((entry) => rounded(entry, 2)).join(", ");
  return [
    ["Network to its tangent, at most", rounded(apart, 2)],
    ["Network to the limit, at most", rounded(off, 2)],
    ["Time", `t = ${rounded(scene.times[at[1]], 2)}`],
    ["Width", `two copies of k = ${scene.widths[at[0]]} units`],
    ["Limit", `outputs (${way})`],
  ];
}
