// A 2×2 matrix with its four subspaces: type its entries, move x and b, and see how they split.
import { isZero } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { fillMatrix, MATRIX_GROUPS, numberField } from "../kit/matrix_fields.js";
import { snap, stepBelow } from "../kit/steps.js";
import { Widget } from "../kit/widget.js";
import { point } from "../planes/figure.js";
import { SubspacesDrawing } from "./drawing.js";
import { changed, halfOf, mapFacts, values } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./drawing.js").PlaneContent} PlaneContent */
/** @typedef {import("./drawing.js").Point} Point */
/** @typedef {import("./geometry.js").MapFacts} MapFacts */
/** @typedef {import("./geometry.js").MapState} MapState */
/** @typedef {import("./geometry.js").Subspaces} Subspaces */
/**
 * @typedef {object} MapScene
 * @property {string[][]} A
 * @property {string[]} x
 * @property {string[]} b
 * @property {[number, number, number, number]} frame left, bottom, right, top
 */
/**
 * What one figure of a map shows, and how x follows what a reader does.
 * @typedef {object} Variant
 * @property {string} legend of the entries of x
 * @property {(state: MapState) => MapState} settle what is drawn for what was asked
 * @property {(state: MapState, facts: MapFacts) => [string, string][]} readout
 * @property {(state: MapState, facts: MapFacts) => Rational[][]} inputs that the left plane shows
 * @property {(contents: [PlaneContent, PlaneContent], facts: MapFacts) => void} finish
 */

const COLORS = [
  ["blue", "orange"],
  ["green", "purple"],
];
const NAMES = [
  ["row space", "null space"],
  ["column space", "left null space"],
];
/** @param {string} legend of x @returns {import("../kit/widget.js").Group[]} */
const groups = (legend) => [
  ...MATRIX_GROUPS,
  { legend, fields: [1, 2].map((i) => numberField(`x${i}`, `entry ${i} of x`)) },
  { legend: "b", fields: [1, 2].map((i) => numberField(`b${i}`, `entry ${i} of b`)) },
];

/** @param {Subspaces} subspaces @returns {[string, string]} the two subspaces in words */
export function spacesInWords({ dimension, first, second }) {
  if (first && second) return [`multiples of ${point(first)}`, `multiples of ${point(second)}`];
  return dimension === 2 ? ["the whole plane", "(0, 0) only"] : ["(0, 0) only", "the whole plane"];
}

/** @param {MapState} state @param {MapFacts} facts @returns {string} whether b is reached */
function solutions({ b }, facts) {
  const left = facts.b[1];
  if (isZero(left)) return facts.rank === 2 ? "exactly one solution" : "infinitely many solutions";
  const product = left.reduce((sum, entry, i) => sum.add(entry.mul(b[i])), rational(0));
  return `no solution: y = ${point(left)} has Aᵀy = 0, but y · b = ${format(product)}`;
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
    ["x", `${point(state.x)} = ${point(facts.x[0])} + ${point(facts.x[1])}`],
    ["Ax", `${point(facts.image)} = A ${point(facts.x[0])}`],
    ["b", `${point(state.b)} = ${point(facts.b[0])} + ${point(facts.b[1])}`],
    ["Ax = b", solutions(state, facts)],
  ];
}

/** @param {Rational[] | null} vector @returns {Point | null} */
export function direction(vector) {
  return vector && /** @type {Point} */ (vector.map(Number));
}

/**
 * What one plane shows.
 * @param {number} plane
 * @param {Rational[]} vector
 * @param {MapFacts} facts
 * @param {number} half
 * @returns {PlaneContent}
 */
function content(plane, vector, facts, half) {
  const subspaces = plane === 0 ? facts.domain : facts.codomain;
  const part = direction((plane === 0 ? facts.x : facts.b)[0]) ?? [0, 0];
  const tip = direction(vector) ?? [0, 0];
  const dimensions = [subspaces.dimension, 2 - subspaces.dimension];
  const directions = [subspaces.first, subspaces.second].map(direction);
  const spaces = [0, 1].map((k) => ({
    name: NAMES[plane][k],
    color: COLORS[plane][k],
    dimension: dimensions[k],
    direction: directions[k],
  }));
  const ring = plane === 0 ? null : direction(facts.image);
  const letter = "xb"[plane];
  return {
    half,
    spaces: /** @type {PlaneContent["spaces"]} */ (spaces),
    arrows: [
      { from: [0, 0], to: part, color: COLORS[plane][0] },
      { from: part, to: tip, color: COLORS[plane][1] },
      { from: [0, 0], to: tip, color: "ink", isThin: true },
    ],
    ring,
    words: [{ text: letter, at: tip }, ...(ring ? [{ text: "Ax", at: ring }] : [])],
    handle: tip,
    said: `${letter} = ${point(vector)}: arrow keys move it`,
  };
}

class SubspacesFigure {
  #variant;
  #home;
  /** @type {MapState} what was asked */
  #state;
  /** @type {[number, number]} */
  #halves = [1, 1];
  #drawing;
  #widget;

  /** @param {MapScene} scene @param {import("../kit/widget.js").Place} place @param {Variant} variant */
  constructor(scene, place, variant) {
    this.#variant = variant;
    const [x, b] = [scene.x, scene.b].map((entries) => entries.map(parseRational));
    this.#home = { A: scene.A.map((row) => row.map(parseRational)), x, b };
    this.#state = this.#home;
    this.#drawing = new SubspacesDrawing(place, scene.frame, {
      drag: (plane, to) => this.#move(plane, to),
      nudge: (plane, [across, up]) => {
        const step = this.#step(plane);
        const [u, v] = this.#vector(plane);
        this.#show(this.#with(plane, [u.add(step.mul(across)), v.add(step.mul(up))]));
      },
      settle: () => this.#show(this.#state),
    });
    this.#widget = new Widget(place, groups(variant.legend), {
      change: (name, value) => this.#show(changed(this.#state, name, value)),
      reset: () => this.#show(this.#home),
    });
    this.#show(this.#home);
  }

  get widget() {
    return this.#widget;
  }

  /** @param {number} plane @returns {Rational[]} x or b, as it is drawn */
  #vector(plane) {
    return plane === 0 ? this.#variant.settle(this.#state).x : this.#state.b;
  }

  /** @param {number} plane @returns {Rational} in which a vector is moved */
  #step(plane) {
    return stepBelow(this.#halves[plane] / 8);
  }

  /** @param {number} plane @param {Rational[]} vector @returns {MapState} */
  #with(plane, vector) {
    return { ...this.#state, [plane === 0 ? "x" : "b"]: vector };
  }

  /** @param {number} plane @param {Point} to */
  #move(plane, to) {
    const [half, step] = [this.#halves[plane], this.#step(plane)];
    const vector = to.map((entry) => snap(Math.max(-half, Math.min(half, entry)), step));
    this.#show(this.#with(plane, vector), plane);
  }

  /**
   * @param {MapState} asked
   * @param {number} [held] the plane in which something is dragged: it keeps its scale
   */
  #show(asked, held) {
    this.#state = asked;
    const state = this.#variant.settle(asked);
    const facts = mapFacts(state);
    const inputsShown = this.#variant.inputs(state, facts);
    const wanted = [halfOf(inputsShown), halfOf([facts.image, state.b])];
    const halves = wanted.map((half, plane) => (plane === held ? this.#halves[plane] : half));
    this.#halves = /** @type {[number, number]} */ (halves);
    fillMatrix(this.#widget, state.A, values(state));
    const [inputs, outputs] = halves.map((half) => `from −${half} to ${half}`);
    const panes = `inputs ${inputs}, outputs ${outputs} on each axis`;
    this.#widget.tell([...this.#variant.readout(state, facts), ["Panes", panes]]);
    /** @type {[PlaneContent, PlaneContent]} */
    const contents = [content(0, state.x, facts, halves[0]), content(1, state.b, facts, halves[1])];
    this.#variant.finish(contents, facts);
    this.#drawing.draw(contents);
  }
}

/** @type {Variant} */
const FREE = {
  legend: "x",
  settle: (state) => state,
  readout,
  inputs: ({ x }) => [x],
  finish: () => {},
};

/**
 * @param {MapScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @param {Variant} [variant]
 */
export function build(scene, place, variant = FREE) {
  return new SubspacesFigure(scene, place, variant).widget;
}
