// What the pseudoinverse of a 2×2 matrix makes of b: move b in and out of the column space, and x
// along the least-squares solutions.
import { dot, isZero } from "../../shared/matrix.js";
import { format } from "../../shared/rational.js";
import { point } from "../planes/figure.js";
import { build as buildMap, direction } from "../subspaces/figure.js";
import { lineInside, pseudoinverse, settled } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_parts.js").Point} Point */
/** @typedef {import("../subspaces/figure.js").MapScene} MapScene */
/** @typedef {import("../subspaces/geometry.js").MapFacts} MapFacts */
/** @typedef {import("../subspaces/geometry.js").MapState} MapState */

/** @param {Rational[]} vector @returns {string} its squared length */
function square(vector) {
  return format(dot(vector, vector));
}

/** @param {MapFacts} facts @returns {string} which case it is */
function cases({ rank, b }) {
  const many = rank < 2;
  if (isZero(b[1])) {
    return many
      ? "b is in the column space: A⁺b is the shortest of infinitely many solutions"
      : "b is in the column space: A⁺b is the only solution";
  }
  return "b is not in the column space: no solution, and A⁺b is the shortest least-squares solution";
}

/**
 * What the figure says in words.
 * @param {MapState} state
 * @param {MapFacts} facts
 * @returns {[string, string][]}
 */
export function readout(state, facts) {
  const [part, dropped] = facts.b;
  const [least] = facts.x;
  const rows = pseudoinverse(state.A).map(point);
  return [
    ["Rank", String(facts.rank)],
    ["A⁺", `rows ${rows.join(" and ")}`],
    ["b", `${point(state.b)} = ${point(part)} + ${point(dropped)}`],
    ["p = AA⁺b", `${point(part)}, squared distance from b ${square(dropped)}`],
    ["A⁺b", `${point(least)}, squared length ${square(least)}`],
    ["x", `${point(state.x)}, Ax = ${point(facts.image)}, squared length ${square(state.x)}`],
    ["Case", cases(facts)],
  ];
}

/** @type {import("../subspaces/figure.js").Variant} */
const VARIANT = {
  legend: "x with Ax = p",
  settle: settled,
  readout,
  inputs: ({ x }, facts) => [x, facts.x[0]],
  finish: ([left, right], facts) => {
    const least = /** @type {Point} */ (direction(facts.x[0]));
    const free = direction(facts.domain.second);
    if (free) left.line = lineInside(least, free, left.half);
    left.ring = least;
    const [x] = left.words;
    left.words = [...(isZero(facts.x[1]) ? [] : [x]), { text: "A⁺b", at: least }];
    const [b, p] = [right.handle, right.ring ?? right.handle];
    const isApart = Math.hypot(b[0] - p[0], b[1] - p[1]) > right.half / 6;
    right.words = [right.words[0], ...(isApart ? [{ text: "p", at: p }] : [])];
  },
};

/** @param {MapScene & { step: string[] }} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  return buildMap({ ...scene, x: scene.step }, place, VARIANT);
}
