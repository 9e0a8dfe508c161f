// A 2×2 matrix as a map between two planes: type its entries, move x and b, and see how they split.
import { formatVector } from "../../shared/matrix.js";
import { parseRational } from "../../shared/rational.js";
import { MapDrawing } from "./map_drawing.js";
import { mapFacts } from "./map_geometry.js";
import { fillMatrix, MATRIX_GROUPS, numberField, withEntry } from "./matrix_fields.js";
import { snap, stepBelow } from "./steps.js";
import { floats, halfOf } from "./vectors.js";
import { Widget } from "./widget.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./map_drawing.js").PlaneContent} PlaneContent */
/** @typedef {import("./map_geometry.js").MapFacts} MapFacts */
/** @typedef {import("./map_geometry.js").MapState} MapState */
/** @typedef {import("./svg.js").Point} Point */
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
 * @property {string[]} lead names of its lines that are the sentence
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
/** @param {string} legend of x @returns {import("./widget.js").Group[]} */
const groups = (legend) => [
  ...MATRIX_GROUPS,
  { legend, fields: [1, 2].map((i) => numberField(`x${i}`, `entry ${i} of x`)) },
  { legend: "b", fields: [1, 2].map((i) => numberField(`b${i}`, `entry ${i} of b`)) },
];

/**
 * Change one number.
 * @param {MapState} state
 * @param {string} name such as "A21", "x1" or "slide"
 * @param {Rational} value
 * @returns {MapState}
 */
function changed(state, name, value) {
  if (name === "slide" || name.startsWith("A")) {
    return { ...state, A: withEntry(state.A, name, value) };
  }
  const [letter, place] = name;
  const key = /** @type {"x" | "b"} */ (letter);
  return { ...state, [key]: state[key].map((old, i) => (i === +place - 1 ? value : old)) };
}

/** @param {MapState} state @returns {Record<string, Rational>} the entries of x and b */
function values({ x, b }) {
  const vectors = [0, 1].flatMap((i) => [
    [`x${i + 1}`, x[i]],
    [`b${i + 1}`, b[i]],
  ]);
  return Object.fromEntries(vectors);
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
  const part = floats((plane === 0 ? facts.x : facts.b)[0]);
  const tip = floats(vector);
  const dimensions = [subspaces.dimension, 2 - subspaces.dimension];
  const directions = [subspaces.first, subspaces.second].map((vector) => vector && floats(vector));
  const spaces = [0, 1].map((k) => ({
    name: NAMES[plane][k],
    color: COLORS[plane][k],
    dimension: dimensions[k],
    direction: directions[k],
  }));
  const ring = plane === 0 ? null : floats(facts.image);
  const letter = "xb"[plane];
  return {
    half,
    spaces: /** @type {PlaneContent["spaces"]} */ (spaces),
    arrows: [
      { from: [0, 0], to: part, color: COLORS[plane][0] },
      { from: part, to: tip, color: COLORS[plane][1] },
      { from: [0, 0], to: tip, color: "ink", width: "thin" },
    ],
    ring,
    words: [{ text: letter, at: tip }, ...(ring ? [{ text: "Ax", at: ring }] : [])],
    handle: tip,
    said: `${letter} = ${formatVector(vector)}: arrow keys move it`,
  };
}

export class MapView {
  #variant;
  #home;
  /** @type {MapState} what was asked */
  #state;
  /** @type {[number, number]} */
  #halves = [1, 1];
  #drawing;

  /** @param {MapScene} scene @param {import("./widget.js").Place} place @param {Variant} variant */
  constructor(scene, place, variant) {
    this.#variant = variant;
    const [x, b] = [scene.x, scene.b].map((entries) => entries.map(parseRational));
    this.#home = { A: scene.A.map((row) => row.map(parseRational)), x, b };
    this.#state = this.#home;
    this.#drawing = new MapDrawing(place, scene.frame, {
      drag: (plane, to) => this.#move(plane, to),
      nudge: (plane, [across, up]) => {
        const step = this.#step(plane);
        const [u, v] = this.#vector(plane);
        this.#show(this.#with(plane, [u.add(step.mul(across)), v.add(step.mul(up))]));
      },
      settle: () => this.#show(this.#state),
    });
    this.widget = new Widget(
      place,
      groups(variant.legend),
      {
        change: (name, value) => this.#show(changed(this.#from(name), name, value)),
        reset: () => this.#show(this.#home),
      },
      "bpxy",
    );
    this.#show(this.#home);
  }

  /** @param {number} plane @returns {Rational[]} x or b, as it is drawn */
  #vector(plane) {
    return plane === 0 ? this.#variant.settle(this.#state).x : this.#state.b;
  }

  /** @param {string} name @returns {MapState} where a field starts: an entry of x from what it shows */
  #from(name) {
    return name.startsWith("x") ? this.#variant.settle(this.#state) : this.#state;
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
    fillMatrix(this.widget, state.A, values(state));
    const [inputs, outputs] = halves.map((half) => `from −${half} to ${half}`);
    const panes = `inputs ${inputs}, outputs ${outputs} on each axis`;
    const { readout, lead } = this.#variant;
    this.widget.tell([...readout(state, facts), ["Panes", panes]], lead);
    /** @type {[PlaneContent, PlaneContent]} */
    const contents = [content(0, state.x, facts, halves[0]), content(1, state.b, facts, halves[1])];
    this.#variant.finish(contents, facts);
    this.#drawing.draw(contents);
  }
}
