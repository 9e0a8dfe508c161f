// Two kinds of points and the heights that a quadratic feature gives them, in exact numbers; the
// surface over a disc and its level curves, in floats. Nothing here draws.
import { format } from "../../shared/rational.js";
import { coefficient } from "../kit/notation.js";
import { snap, stepBelow } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/space_geometry.js").Point} Place */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} State
 * @property {Rational[][]} discs
 * @property {Rational[][]} rings
 * @property {Rational[]} feature before x₁², x₁x₂ and x₂²
 * @property {Rational} cut
 */
/** @typedef {[least: Rational, most: Rational]} Ends */
/**
 * @typedef {object} Facts
 * @property {Rational[][]} heights of the discs, of the rings
 * @property {Ends[]} ends of both
 * @property {[number, number]} wrong discs and rings on the wrong side of the cut, or on it
 * @property {Ends | null} between any cut strictly between them separates; null if none does
 */

const [LOW, HIGH] = [-0.8, 0.8]; // between these the surface stands over a disc of radius 1
const TURNS = 360;

/** @param {Rational[]} feature @param {Rational[]} point @returns {Rational} */
export function heightOf([p, q, r], [x, y]) {
  return p.mul(x).mul(x).add(q.mul(x).mul(y)).add(r.mul(y).mul(y));
}

/** @param {Rational[]} numbers @returns {Ends} */
function endsOf(numbers) {
  return [
    numbers.reduce((least, one) => (one.lt(least) ? one : least)),
    numbers.reduce((most, one) => (one.gt(most) ? one : most)),
  ];
}

/** @param {State} state @returns {Facts} */
export function factsOf({ discs, rings, feature, cut }) {
  const heights = [discs, rings].map((points) => points.map((point) => heightOf(feature, point)));
  const ends = heights.map(endsOf);
  const [low, high] = ends;
  const count = (/** @type {number} */ kind, /** @type {number} */ side) =>
    heights[kind].filter((height) => height.compare(cut) * side <= 0).length;
  /** @type {[number, number][]} */
  const ways = [
    [count(0, -1), count(1, 1)],
    [count(0, 1), count(1, -1)],
  ];
  const wrong = ways[0][0] + ways[0][1] <= ways[1][0] + ways[1][1] ? ways[0] : ways[1];
  const between = low[1].lt(high[0])
    ? [low[1], high[0]]
    : high[1].lt(low[0])
      ? [high[1], low[0]]
      : null;
  return { heights, ends, wrong, between: /** @type {Ends | null} */ (between) };
}

/** @param {number} count @param {string} noun @returns {string} */
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {Ends} ends @returns {string} */
function written([least, most]) {
  return least.equals(most)
    ? `all at ${format(least)}`
    : `from ${format(least)} to ${format(most)}`;
}

/** @param {Rational[]} feature @returns {string} x₁² − 2x₁x₂ */
export function featureText(feature) {
  let text = "";
  feature.forEach((number, i) => {
    if (number.n === 0n) return;
    const sign = text ? (number.s < 0n ? " − " : " + ") : number.s < 0n ? "−" : "";
    text += `${sign}${coefficient(number.abs())}${["x₁²", "x₁x₂", "x₂²"][i]}`;
  });
  return text || "0";
}

/**
 * What the figure says in words.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function readout(state) {
  const { ends, wrong, between } = factsOf(state);
  const said = [counted(wrong[0], "disc"), counted(wrong[1], "ring")].filter((_, i) => wrong[i]);
  const verb = wrong[0] + wrong[1] === 1 ? "is" : "are";
  const cut = said.length
    ? `${said.join(" and ")} ${verb} on the cut or on its wrong side`
    : "it has all discs on one side and all rings on the other";
  const spread = `discs ${written(ends[0])}, rings ${written(ends[1])}`;
  const some = between
    ? `any cut between ${format(between[0])} and ${format(between[1])} separates them`
    : "they overlap, so no cut separates them";
  return [
    [`Cut at ${format(state.cut)}`, cut],
    ["Heights", `${spread}: ${some}`],
    ["Feature", featureText(state.feature)],
  ];
}

/** @param {number} radius @returns {Rational} the step in which points move */
export function stepOf(radius) {
  return stepBelow(radius / 12);
}

/**
 * The point of the grid, well inside the disc, nearest to where it is wanted.
 * @param {Point} at
 * @param {number} radius
 * @returns {Rational[]}
 */
export function pointNear(at, radius) {
  const step = stepOf(radius);
  const size = Math.hypot(...at);
  const most = radius - step.valueOf();
  return at.map((entry) => snap(size > most ? (entry * most) / size : entry, step));
}

/** @param {number[]} feature @param {number} radius @returns {[number, number]} of the surface */
export function rangeOf([p, q, r], radius) {
  const [mean, part] = [(p + r) / 2, Math.hypot(p - r, q) / 2];
  const ends = [0, mean - part, mean + part].map((height) => radius ** 2 * height);
  return [Math.min(...ends), Math.max(...ends)];
}

/**
 * Where points stand in space: the disc gets radius 1, the surface a fixed height.
 * @param {[number, number]} range
 * @param {number} radius
 * @returns {(point: Point, height: number) => Place}
 */
export function lifting([low, high], radius) {
  return ([x, y], height) => {
    const share = high > low ? (height - low) / (high - low) : 0.5;
    return [x / radius, y / radius, LOW + (HIGH - LOW) * share];
  };
}

/**
 * Where the cut is held: at the side of its sheet that is farthest to the right.
 * @param {number} azimuth in degrees
 * @param {number} radius
 * @returns {Point}
 */
export function sideOf(azimuth, radius) {
  const turn = (azimuth * Math.PI) / 180;
  return [-radius * Math.sin(turn), radius * Math.cos(turn)];
}

/**
 * The height of the cut that is held so far up in the picture; nothing if it is seen from above.
 * @param {number} up
 * @param {number} elevation in degrees
 * @param {[number, number]} range of the surface
 * @returns {Rational | null}
 */
export function cutNear(up, elevation, [low, high]) {
  const shown = Math.cos((elevation * Math.PI) / 180);
  if (shown < 0.1 || !(high > low)) return null;
  const share = (up / shown - LOW) / (HIGH - LOW);
  const height = low + Math.max(0, Math.min(1, share)) * (high - low);
  return snap(height, cutStep([low, high]));
}

/** @param {[number, number]} range of the surface @returns {Rational} the step of the cut */
export function cutStep([low, high]) {
  return stepBelow(high > low ? (high - low) / 36 : 1);
}

/** @param {number[]} feature @param {Point} point @returns {number} */
export function floatHeight([p, q, r], [x, y]) {
  return p * x * x + q * x * y + r * y * y;
}

/**
 * The curves of the disc on which the feature has a height.
 * @param {number[]} feature
 * @param {number} height
 * @param {number} radius
 * @returns {Point[][]}
 */
export function levelCurves(feature, height, radius) {
  if (Math.abs(height) < 1e-12) return zeroLines(feature, radius);
  /** @type {Point[]} */
  const rays = Array.from({ length: TURNS + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / TURNS;
    return [Math.cos(turn), Math.sin(turn)];
  });
  const shares = rays.map((ray) => floatHeight(feature, ray) / height); // 1/ρ² on the curve
  const least = 1 / radius ** 2;
  /** @type {Point[][]} */
  const paths = [[]];
  rays.forEach((ray, k) => {
    const [before, share] = [shares[Math.max(0, k - 1)], shares[k]];
    if (before >= least !== share >= least) {
      const part = (least - before) / (share - before);
      const edge = ray.map((entry, i) => rays[k - 1][i] + part * (entry - rays[k - 1][i]));
      const size = radius / Math.hypot(...edge);
      paths[paths.length - 1].push([size * edge[0], size * edge[1]]);
      if (share < least) paths.push([]);
    }
    const size = 1 / Math.sqrt(share);
    if (share >= least) paths[paths.length - 1].push([size * ray[0], size * ray[1]]);
  });
  return paths.filter((path) => path.length > 1);
}

/** @param {number[]} feature @param {number} radius @returns {Point[][]} where it is 0 */
function zeroLines([p, q, r], radius) {
  const inside = q ** 2 - 4 * p * r;
  if (inside < 0 || !(p || q || r)) return [];
  const roots = [-q + Math.sqrt(inside), -q - Math.sqrt(inside)];
  const ways = p
    ? roots.map((root) => [root, 2 * p])
    : [
        [1, 0],
        [r, -q],
      ];
  return ways
    .filter((way) => Math.hypot(...way) > 0)
    .map(([x, y]) => {
      const size = radius / Math.hypot(x, y);
      return [
        [-size * x, -size * y],
        [size * x, size * y],
      ];
    });
}
