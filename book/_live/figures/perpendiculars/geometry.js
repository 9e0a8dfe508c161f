// A line in space and one of the perpendiculars to it through the origin, in exact numbers; and
// what of them is drawn. Nothing here draws.
import { apply, dot, isZero, scale } from "../../shared/matrix.js";
import { acrossPlane, boxAndAxes, rightAngle } from "../kit/line_in_space.js";
import * as space from "../kit/space_geometry.js";
import { floatsInSpace } from "../kit/vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/line_in_space.js").Line} Line */
/** @typedef {import("../kit/space_geometry.js").Piece} Piece */
/** @typedef {import("../kit/space_geometry.js").Point} Point */
/**
 * @typedef {object} TipFacts
 * @property {Rational[]} tip c₁a₁ + c₂a₂
 * @property {Rational[]} sides what the tip gives on the left of each equation
 * @property {Rational} product of the tip and the line's direction
 * @property {Rational[] | null} foot of the gap on the perpendicular; null without a direction
 * @property {Rational | null} gapSquared
 */

/**
 * Where the multipliers lead.
 * @param {Rational[][]} A
 * @param {Line} line
 * @param {Rational[]} c
 * @returns {TipFacts}
 */
export function tipFacts(A, { nearest, direction }, c) {
  const tip = [0, 1, 2].map((i) => dot(c, [A[0][i], A[1][i]]));
  const found = { tip, sides: apply(A, tip), product: dot(tip, direction) };
  if (isZero(tip)) return { ...found, foot: null, gapSquared: null };
  const foot = scale(dot(nearest, tip).div(dot(tip, tip)), tip);
  const gap = nearest.map((entry, i) => entry.sub(foot[i]));
  return { ...found, foot, gapSquared: dot(gap, gap) };
}

/**
 * What is drawn, in the order of painting where nothing else decides.
 * @param {Line} line
 * @param {TipFacts} facts
 * @param {number} half
 * @returns {Piece[]}
 */
export function pieces(line, facts, half) {
  /** @type {Point} */
  const origin = [0, 0, 0];
  const [nearest, direction, tip] = [line.nearest, line.direction, facts.tip].map(floatsInSpace);
  const found = [
    ...boxAndAxes(half),
    { name: "blue", points: space.faceInBox(acrossPlane(line), half) },
    { name: "line", points: space.lineInBox(nearest, direction, half) },
  ];
  if (facts.foot && facts.gapSquared) {
    found.push({ name: "skew", points: space.lineInBox(origin, tip, half) });
    const foot = floatsInSpace(facts.foot);
    if (facts.gapSquared.n !== 0n) found.push({ name: "gap", points: [foot, nearest] });
  }
  if (!isZero(line.nearest)) {
    found.push({ name: "across", points: [origin, nearest] });
    found.push(...rightAngle(nearest, direction, half));
  }
  found.push({ name: "origin", points: [origin] }, { name: "tip", points: [tip] });
  return [...found, { name: "nearest", points: [nearest] }];
}
