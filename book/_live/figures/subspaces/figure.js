// A 2×2 matrix with its four subspaces: type its entries, move x and b, and see how they split.
import { dot, formatVector, isZero } from "../../shared/matrix.js";
import { format } from "../../shared/rational.js";
import { MapView } from "../kit/map_view.js";

/** @typedef {import("../kit/map_geometry.js").MapFacts} MapFacts */
/** @typedef {import("../kit/map_geometry.js").MapState} MapState */
/** @typedef {import("../kit/map_geometry.js").Subspaces} Subspaces */

/** @param {Subspaces} subspaces @returns {[string, string]} the two subspaces in words */
export function spacesInWords({ dimension, first, second }) {
  if (first && second)
    return [`multiples of ${formatVector(first)}`, `multiples of ${formatVector(second)}`];
  return dimension === 2 ? ["the whole plane", "(0, 0) only"] : ["(0, 0) only", "the whole plane"];
}

/** @param {MapState} state @param {MapFacts} facts @returns {string} whether b is reached */
function solutions({ b }, facts) {
  const left = facts.b[1];
  if (isZero(left)) return facts.rank === 2 ? "exactly one solution" : "infinitely many solutions";
  return `no solution: y = ${formatVector(left)} has Aᵀy = 0, but y · b = ${format(dot(left, b))}`;
}

/**
 * What the figure says in words.
 * @param {MapState} state
 * @param {MapFacts} facts
 * @returns {[string, string][]}
 */
export function readout(state, facts) {
  const [row, none] = spacesInWords(facts.domain);
  const [column, left] = spacesInWords(facts.codomain);
  return [
    ["Rank", String(facts.rank)],
    ["Row space, null space", `${row}; ${none}`],
    ["Column space, left null space", `${column}; ${left}`],
    ["x", `${formatVector(state.x)} = ${formatVector(facts.x[0])} + ${formatVector(facts.x[1])}`],
    ["Ax", `${formatVector(facts.image)} = A ${formatVector(facts.x[0])}`],
    ["b", `${formatVector(state.b)} = ${formatVector(facts.b[0])} + ${formatVector(facts.b[1])}`],
    ["Ax = b", solutions(state, facts)],
  ];
}

/** @type {import("../kit/map_view.js").Variant} */
const FREE = {
  legend: "x",
  settle: (state) => state,
  readout,
  lead: ["Rank", "Ax = b"],
  inputs: ({ x }) => [x],
  finish: () => {},
};

/**
 * @param {import("../kit/map_view.js").MapScene} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  return new MapView(scene, place, FREE).widget;
}
