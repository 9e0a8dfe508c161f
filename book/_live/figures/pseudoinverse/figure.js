// What the pseudoinverse of a 2×2 matrix makes of b: move b in and out of the column space, and x
// along the least-squares solutions.
import { dot, formatVector, isZero } from "../../shared/matrix.js";
import { format } from "../../shared/rational.js";
import { pseudoinverse } from "../kit/map_geometry.js";
import { MapView } from "../kit/map_view.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { floats } from "../kit/vectors.js";
import { settled } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/map_geometry.js").MapFacts} MapFacts */
/** @typedef {import("../kit/map_geometry.js").MapState} MapState */
/** @typedef {import("../kit/map_view.js").MapScene} MapScene */

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
  const rows = pseudoinverse(state.A).map(formatVector);
  return [
    ["Rank", String(facts.rank)],
    ["A⁺", `rows ${rows.join(" and ")}`],
    ["b", `${formatVector(state.b)} = ${formatVector(part)} + ${formatVector(dropped)}`],
    ["p = AA⁺b", `${formatVector(part)}, squared distance from b ${square(dropped)}`],
    ["A⁺b", `${formatVector(least)}, squared length ${square(least)}`],
    [
      "x",
      `${formatVector(state.x)}, Ax = ${formatVector(facts.image)}, squared length ${square(state.x)}`,
    ],
    ["Case", cases(facts)],
  ];
}

/** @type {import("../kit/map_view.js").Variant} */
const VARIANT = {
  legend: "x with Ax = p",
  settle: settled,
  readout,
  lead: ["A⁺b", "Case"],
  inputs: ({ x }, facts) => [x, facts.x[0]],
  finish: ([left, right], facts) => {
    const least = floats(facts.x[0]);
    const free = facts.domain.second;
    const { half } = left;
    if (free) left.line = lineInFrame(least, floats(free), [-half, -half, half, half]);
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
  return new MapView({ ...scene, x: scene.step }, place, VARIANT).widget;
}
