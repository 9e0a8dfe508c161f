// A product of two weights and its tangent at a start: where training both of them ends, from one
// scale of the model to the next. Nothing here draws.
import { formatVector } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { coefficient, equation, rounded } from "../kit/notation.js";
import { rootText } from "../kit/roots.js";
import { snap, stepBelow } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ start: Rational[], scale: number }} State */
/**
 * @typedef {object} Facts
 * @property {Rational} product at the start
 * @property {Rational} right of the linear equation, whose left is the start turned around
 * @property {Rational[]} nearest the solution of it that is nearest to the start
 * @property {Rational} kept the difference of the squares, which training does not change
 * @property {Point[]} path of training
 * @property {Point} end of it
 * @property {number} gap between both ends
 */

const NAMES = ["w₁", "w₂"];
const POINTS = 48; // of the path
const LEVELS = 6; // between the target and the start
const MOST = 24; // levels

/**
 * The point of the first quarter with a product and a difference of squares.
 * @param {number} product
 * @param {number} kept
 * @returns {Point}
 */
function pointWith(product, kept) {
  const larger = Math.sqrt((Math.abs(kept) + Math.hypot(kept, 2 * product)) / 2);
  const smaller = larger === 0 ? 0 : product / larger;
  return kept >= 0 ? [larger, smaller] : [smaller, larger];
}

/** @param {State} state @returns {Facts} */
export function factsOf({ start, scale }) {
  const [a, b] = start;
  const product = a.mul(b);
  const missing = product.div(scale).neg();
  const square = a.mul(a).add(b.mul(b));
  const kept = a.mul(a).sub(b.mul(b));
  const factor = square.n === 0n ? rational(0) : missing.div(square);
  const nearest = [a.add(factor.mul(b)), b.add(factor.mul(a))];
  const [from, fall] = [product.valueOf(), missing.valueOf()];
  const path = Array.from({ length: POINTS + 1 }, (_, k) =>
    pointWith(Math.max(0, from + fall * (1 - (1 - k / POINTS) ** 2)), kept.valueOf()),
  );
  const end = path[POINTS];
  return {
    product,
    right: product.mul(2).add(missing),
    nearest,
    kept,
    path,
    end,
    gap: Math.hypot(...nearest.map((entry, i) => entry.valueOf() - end[i])),
  };
}

/**
 * What is in view: the nearer to the start, the larger the scale.
 * @param {Frame} home
 * @param {State} state
 * @returns {Frame}
 */
export function zoomed(home, { start, scale }) {
  const [a, b] = start.map((entry) => entry.valueOf());
  const edges = home.map((edge, i) => {
    const center = i % 2 ? b : a;
    return center + (edge - center) / scale;
  });
  return /** @type {Frame} */ (edges);
}

/**
 * Products whose level curves are drawn; the first one is the target.
 * @param {Facts} facts
 * @param {number} scale
 * @param {Frame} frame
 * @returns {number[]}
 */
export function levelsOf({ product }, scale, [, , right, top]) {
  const middle = product.valueOf();
  const step = (middle || 2 * LEVELS) / scale / LEVELS;
  const levels = Array.from({ length: MOST }, (_, k) => middle + (k - LEVELS) * step);
  return levels.filter((level) => level >= -1e-9 && level < right * top);
}

/** @param {Point} to @param {Frame} home @returns {Rational[]} the start nearest to a point */
export function startAt(to, home) {
  const step = stepBelow((home[2] - home[0]) / 40);
  const tops = [home[2], home[3]];
  const inside = to.map((entry, i) => snap(Math.max(0, Math.min(tops[i], entry)), step));
  return inside.map((entry, i) => (entry.valueOf() > tops[i] ? entry.sub(step) : entry));
}

/** @param {Facts} facts @param {number} scale @returns {string} where training ends */
function endText({ kept, end, product }, scale) {
  if (scale > 1 || product.n === 0n) {
    return `(${end.map((entry) => rounded(entry, 3)).join(", ")})`;
  }
  const root = rootText(kept.abs());
  return kept.s < 0n ? `(0, ${root})` : `(${root}, 0)`;
}

/**
 * What the figure says in words.
 * @param {State} state
 * @param {Facts} facts
 * @returns {[string, string][]}
 */
export function readout({ start, scale }, facts) {
  const { nearest, kept, product, right, gap } = facts;
  const turned = [start[1], start[0]];
  const line = equation(turned, right, NAMES);
  const digits = scale > 1 ? 4 : 2;
  const way = Math.hypot(...nearest.map((entry, i) => entry.sub(start[i]).valueOf()));
  const share = way > 0 ? `, ${rounded((100 * gap) / way, 1)} % of the way` : "";
  return [
    ["Gap", `${rounded(gap, digits)}${share}`],
    ["Gap times α²", rounded(scale ** 2 * gap, 2)],
    ["Tangent", `${line}, nearest point ${formatVector(nearest)}`],
    ["Network", `w₁² − w₂² = ${format(kept)}, to ${endText(facts, scale)}`],
    ["Start", `${formatVector(start)}, product ${format(product)}`],
    ["Scale", `α = ${scale}, ${coefficient(rational(scale))}(w₁w₂ − ${format(product)})`],
  ];
}
