// Outputs of random networks at two inputs, and the normal law that they tend to: its covariance,
// its ellipse, and which outputs lie inside. Nothing here draws.

import { rounded } from "../kit/notation.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[number, number, number]} Covariance of the first with itself, of both, of the second */
/**
 * @typedef {object} Outputs
 * @property {number[]} angles between the inputs, in degrees, rising
 * @property {number[]} widths of the hidden layer, rising
 * @property {Point} lengths of the inputs
 * @property {number[][]} first outputs at x for each width and network
 * @property {number[][][]} second outputs at z for each angle, width and network
 * @property {Point} at the places of the width and of the angle
 */

const RADIUS = Math.sqrt(-2 * Math.log(0.05)); // of 95 % of a standard normal law in the plane
const STEPS = 72;
const ROUNDING = 0.01; // outputs have two digits

/** @param {number} degrees @returns {number} */
function radians(degrees) {
  return (degrees * Math.PI) / 180;
}

/**
 * The covariance of outputs of ReLU networks.
 * @param {number} degrees between the inputs
 * @param {Point} lengths
 * @returns {Covariance}
 */
export function covariance(degrees, [long, short]) {
  const theta = radians(degrees);
  const inner = (Math.sin(theta) + (Math.PI - theta) * Math.cos(theta)) / (2 * Math.PI);
  return [long ** 2 / 2, long * short * inner, short ** 2 / 2];
}

/** @param {Covariance} K @returns {Point[]} the ellipse that holds 95 % */
export function ellipse([a, c, b]) {
  const [across, mixed] = [Math.sqrt(a), c / Math.sqrt(a)];
  const rest = Math.sqrt(b - mixed ** 2);
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / STEPS;
    const [s, t] = [RADIUS * Math.cos(turn), RADIUS * Math.sin(turn)];
    return [across * s, mixed * s + rest * t];
  });
}

/** @param {Covariance} K @param {Point[]} points @returns {number} how many the ellipse holds */
export function inside([a, c, b], points) {
  const det = a * b - c * c;
  const far = points.filter(([x, y]) => b * x * x - 2 * c * x * y + a * y * y > RADIUS ** 2 * det);
  return points.length - far.length;
}

/** @param {Outputs} scene @param {Point} at @returns {Point[]} what each network says */
export function cloud({ first, second }, [width, angle]) {
  return first[width].map((value, i) => [value, second[angle][width][i]]);
}

/** @param {number[]} places rising @param {number} wanted @returns {number} the nearest one's number */
export function nearest(places, wanted) {
  const gaps = places.map((place) => Math.abs(place - wanted));
  return gaps.indexOf(Math.min(...gaps));
}

/**
 * @param {number[]} angles
 * @param {Point} towards from where the inputs start
 * @returns {number} the number of the angle that points there, above or below alike
 */
export function turned(angles, [x, y]) {
  return nearest(angles, (Math.abs(Math.atan2(y, x)) * 180) / Math.PI);
}

/**
 * What the figure says in words.
 * @param {Outputs} scene
 * @param {Point} at
 * @returns {[string, string][]}
 */
export function readout(scene, at) {
  const points = cloud(scene, at);
  const angle = scene.angles[at[1]];
  const K = covariance(angle, scene.lengths);
  const silent = points.filter((point) => point.every((value) => Math.abs(value) < ROUNDING));
  const single = points.filter((point) => point.some((value) => Math.abs(value) < ROUNDING));
  const products = points.reduce((sum, [x, y]) => sum + x * y, 0) / points.length;
  return [
    ["Inside the ellipse", `${inside(K, points)} of ${points.length}`],
    ["Networks", `k = ${scene.widths[at[0]]}, inputs ${angle}° apart`],
    [
      "On an axis",
      single.length === 0
        ? "none"
        : `${single.length}, of which ${silent.length} are 0 at both inputs`,
    ],
    ["Mean of f(x) f(z)", `${rounded(products, 2)}, expected ${rounded(K[1], 2)}`],
  ];
}
