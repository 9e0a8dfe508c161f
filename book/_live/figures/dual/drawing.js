// A cloud of pairs with marks of the size of their products, and the curve that their mean estimates.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { Pane } from "../kit/panes.js";
import { makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { mean, pairsOf, productsOf, radiusOf, scaled } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").Activation} Activation */
/**
 * @typedef {object} DualScene
 * @property {Point[]} cloud pairs of independent numbers
 * @property {string} activation
 * @property {string} correlation
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const [REACH, ROOM] = [3.5, 1.2]; // halves of the cloud's pane and of the curve's
const EDGE = 1.12; // where a mean beyond the scale is drawn
const NONE = 0.8; // radius in points of a mark without a product
const STEPS = 120; // of the curve
const CENTERED = { "text-anchor": "middle", "dominant-baseline": "central" };
const FIRST = { "dominant-baseline": "central" };

const [DISC, SPECK] = ["plane-dot plane-blue", "plane-dot plane-muted"];
const RING = "plane-ring plane-orange plane-fine";

/** @param {Point} at @param {number} r @returns {string} its outline */
function circle([x, y], r) {
  return `M${(x - r).toFixed(2)} ${y.toFixed(2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** @param {number} value @param {number} most @returns {number} */
function within(value, most) {
  return Math.max(-most, Math.min(most, value));
}

export class DualDrawing {
  #scene;
  #cloud;
  #curve;
  #marks = shape("g", {});
  #parts = shape("g", {});
  #handle;

  /**
   * @param {DualScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (rho: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#cloud = new Pane(place, scene.frame, 0);
    this.#curve = new Pane(place, scene.frame, 1);
    [this.#cloud.half, this.#curve.half] = [REACH, ROOM];
    this.#handle = makeHandle({
      drag: (to) => drag(this.#curve.pointed(sheet, to)[0]),
      nudge: ([across, up]) => nudge(across + up),
    });
    const ground = [...this.#cloud.ground(), this.#curve.square("plane-frame"), ...this.#names()];
    const sheet = makeSheet(place, [...ground, this.#marks, this.#parts, this.#handle]);
  }

  /** @returns {SVGElement[]} words around the panes that never change */
  #names() {
    const [cloud, curve] = [this.#cloud, this.#curve];
    /** @type {[Pane, number, number, string][]} */
    const words = [
      [cloud, 1.14, 0, "u"],
      [cloud, 0, 1.16, "v"],
      [cloud, 0, -1.2, "size: ϕ(u) ϕ(v)"],
      [curve, -1 / ROOM, -1.2, "−1"],
      [curve, 0, -1.2, "0"],
      [curve, 1 / ROOM, -1.2, "1"],
      [curve, 0.45, -1.2, "ρ"],
      [curve, 0, 1.16, "ϕ̂(ρ)"],
    ];
    return words.map(([pane, x, y, text]) =>
      word(pane.locate([x * pane.half, y * pane.half]), text, "muted", CENTERED),
    );
  }

  /** @param {Activation} activation @param {number} rho @param {import("../kit/handle.js").Said} said */
  draw(activation, rho, said) {
    const pairs = pairsOf(this.#scene.cloud, rho);
    const products = productsOf(activation, pairs);
    this.#marks.replaceChildren(...this.#marksOf(pairs, products));
    const [exact, found] = [activation.curve(rho), mean(products)].map((height) =>
      scaled(activation, height),
    );
    const seen = within(found, EDGE);
    const pane = this.#curve;
    const curve = Array.from({ length: STEPS + 1 }, (_, k) => {
      const across = Math.sin(Math.PI * (k / STEPS - 0.5)); // dense where it may be steep
      return /** @type {Point} */ ([across, scaled(activation, activation.curve(across))]);
    });
    /** @type {Point[]} */
    const hair = [
      [rho, seen],
      [rho, exact],
    ];
    this.#parts.replaceChildren(
      ...this.#scale(activation),
      pane.path(curve, "plane-firm plane-ink"),
      pane.path(hair, "plane-hair plane-ink"),
      pane.dot(hair[0], 6, "plane-ring plane-blue"),
    );
    placeSlider(this.#handle, pane.locate(hair[1]), said);
  }

  /** @param {Point[]} pairs @param {number[]} products @returns {SVGElement[]} small marks on large ones */
  #marksOf(pairs, products) {
    /** @type {Map<string, string>} outlines of the marks of one look, a path for all of them */
    const looks = new Map();
    const radii = products.map(radiusOf);
    const order = radii.map((_, i) => i).sort((i, j) => radii[j] - radii[i]);
    for (const i of order) {
      const at = /** @type {Point} */ (pairs[i].map((entry) => within(entry, REACH)));
      const name = radii[i] ? (products[i] < 0 ? RING : DISC) : SPECK;
      const look = `${radii[i]} ${name}`;
      const round = circle(this.#cloud.locate(at), radii[i] || NONE);
      looks.set(look, (looks.get(look) ?? "") + round);
    }
    return [...looks].map(([look, d]) => shape("path", { d, class: look.replace(/^\S+ /, "") }));
  }

  /** @param {Activation} activation @returns {SVGElement[]} the grid of the curve with its heights */
  #scale(activation) {
    const pane = this.#curve;
    /** @type {(value: number, from: Point, to: Point) => SVGElement} */
    const line = (value, from, to) =>
      pane.path([from, to], value === 0 ? "plane-zero" : "plane-frame");
    const upright = [-1, 0, 1].map((rho) => line(rho, [rho, -ROOM], [rho, ROOM]));
    const level = activation.ticks.flatMap(([height, text]) => {
      const y = scaled(activation, height);
      const number = word(pane.locate([1.07 * ROOM, y]), text, "muted", FIRST);
      return [line(height, [-ROOM, y], [ROOM, y]), number];
    });
    return [...upright, ...level];
  }
}
