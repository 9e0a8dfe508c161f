// A vector y of space, its foot on the plane of two columns, and another point of the plane, in
// exact numbers; and what of them is drawn. Nothing here draws.
import { apply, dot, isZero, subtract, transpose } from "../../shared/matrix.js";
import { boxAndAxes, rightAngle } from "../kit/line_in_space.js";
import * as space from "../kit/space_geometry.js";
import { floatsInSpace } from "../kit/vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/space_geometry.js").Piece} Piece */
/** @typedef {import("../kit/space_geometry.js").Point} Point */
/**
 * @typedef {object} FootFacts
 * @property {Rational[]} best multipliers of the columns
 * @property {Rational[]} foot the point of the plane nearest to y
 * @property {Rational[]} rest y minus its foot
 * @property {Rational[]} tip the other point of the plane
 * @property {Rational[]} miss y minus the other point
 * @property {Rational[]} products of the miss with the columns
 */

/**
 * What the multipliers reach, and the best that they could.
 * @param {Rational[][]} columns two independent ones
 * @param {Rational[]} y
 * @param {Rational[]} c
 * @returns {FootFacts}
 */
export function footFacts(columns, y, c) {
  const [[p, q], [, r]] = columns.map((column) => apply(columns, column));
  const [s, t] = apply(columns, y);
  const determinant = p.mul(r).sub(q.mul(q));
  const best = [r.mul(s).sub(q.mul(t)), p.mul(t).sub(q.mul(s))].map((x) => x.div(determinant));
  const rows = transpose(columns);
  const [foot, tip] = [best, c].map((multipliers) => apply(rows, multipliers));
  const miss = subtract(y, tip);
  return { best, foot, rest: subtract(y, foot), tip, miss, products: apply(columns, miss) };
}

/** @param {Rational[][]} columns @returns {import("../kit/space_geometry.js").Plane} that they span */
export function planeOf(columns) {
  const [first, second] = columns.map(floatsInSpace);
  return { normal: space.unit(space.cross(first, second)), offset: 0 };
}

/**
 * What is drawn, in the order of painting where nothing else decides.
 * @param {Rational[][]} columns
 * @param {Rational[]} y
 * @param {FootFacts} facts
 * @param {number} half
 * @returns {Piece[]}
 */
export function pieces(columns, y, facts, half) {
  /** @type {Point} */
  const origin = [0, 0, 0];
  const [end, foot, rest, tip] = [y, facts.foot, facts.rest, facts.tip].map(floatsInSpace);
  const found = [
    ...boxAndAxes(half),
    { name: "blue", points: space.faceInBox(planeOf(columns), half) },
  ];
  if (!isZero(subtract(facts.tip, facts.foot))) found.push({ name: "skew", points: [tip, end] });
  if (!isZero(facts.rest)) {
    found.push({ name: "residual", points: [foot, end] });
    if (!isZero(facts.foot)) found.push(...rightAngle(foot, rest, half));
  }
  if (!isZero(facts.foot)) found.push({ name: "across", points: [origin, foot] });
  return [
    ...found,
    { name: "origin", points: [origin] },
    { name: "tip", points: [tip] },
    { name: "solution", points: [end] },
    { name: "nearest", points: [foot] },
  ];
}

/** @param {FootFacts} facts @returns {[Rational, Rational]} squared lengths of miss and rest */
export function squares({ miss, rest }) {
  return [dot(miss, miss), dot(rest, rest)];
}
