// The curve of a trained network beside its linear model's, and the ways of its hidden units.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { Pane } from "../kit/panes.js";
import { makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {import("./geometry.js").Lazy & {
 *   frame: import("../kit/plane_frame.js").Frame }} LazyScene
 */

const REACH = 2; // half of the curves' pane
const RING = "plane-ring plane-orange plane-fine";
const CENTERED = { "text-anchor": "middle", "dominant-baseline": "central" };

/** @param {number} value @returns {number} */
function within(value) {
  return Math.max(-REACH, Math.min(REACH, value));
}

export class LazyDrawing {
  #scene;
  #curves;
  #units;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {LazyScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (height: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#curves = new Pane(place, scene.frame, 0);
    this.#units = new Pane(place, scene.frame, 1);
    [this.#curves.half, this.#units.half] = [REACH, scene.half];
    this.#handle = makeHandle({
      drag: (to) => drag(this.#curves.pointed(sheet, to)[1]),
      nudge: ([across, up]) => nudge(across + up),
    });
    const ground = [...this.#curves.ground(), ...this.#units.ground(), ...this.#lines()];
    const sheet = makeSheet(place, [...ground, ...this.#names(), this.#parts, this.#handle]);
  }

  /** @returns {SVGElement[]} where units lie that bend at one of the points */
  #lines() {
    const { points, half } = this.#scene;
    return points.map(([t]) => {
      const most = half / Math.max(Math.abs(t), 1);
      /** @type {Point[]} */
      const ends = [
        [t * most, -most],
        [-t * most, most],
      ];
      return this.#units.path(ends, "plane-hair plane-purple is-dashed");
    });
  }

  /** @returns {SVGElement[]} the names of the axes */
  #names() {
    const [curves, units] = [this.#curves, this.#units];
    /** @type {[Pane, number, number, string][]} */
    const words = [
      [curves, 1.08, 0, "t"],
      [units, 1.12, 0, "b₁"],
      [units, 0, 1.12, "b₂"],
    ];
    return words.map(([pane, x, y, text]) =>
      word(pane.locate([x * pane.half, y * pane.half]), text, "muted", CENTERED),
    );
  }

  /** @param {number[]} heights @param {string} name @returns {SVGElement} */
  #curve(heights, name) {
    const { places } = this.#scene;
    return this.#curves.path(
      heights.map((height, j) => /** @type {Point} */ ([places[j], within(height)])),
      name,
    );
  }

  /** @param {number} at the place of the scale @param {import("../kit/handle.js").Said} said */
  draw(at, said) {
    const { points, places, linear, curves, start, units, signs, held } = this.#scene;
    const pane = this.#units;
    this.#parts.replaceChildren(
      this.#curve(linear, "plane-thin plane-purple is-dashed"),
      this.#curve(curves[at], "plane-line plane-orange"),
      ...points.map((point) => this.#curves.dot(point, 3.5, "plane-dot plane-blue")),
      ...units[at].map((end, i) => pane.path([start[i], end], "plane-hair plane-muted")),
      ...units[at].map((end, i) =>
        pane.dot(end, 2.2, signs[at][i] > 0 ? "plane-dot plane-orange" : RING),
      ),
    );
    const point = /** @type {Point} */ ([places[held], within(curves[at][held])]);
    placeSlider(this.#handle, this.#curves.locate(point), said);
  }
}
