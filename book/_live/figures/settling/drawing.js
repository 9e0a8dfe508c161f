// The exact kernel over distance, the bands around it, and the estimates that settle in them.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { outline, shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { band, kernel } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").Estimates} Estimates */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {Estimates & {
 *   view: [number, number, number, number], ticks: { x: Ticks, y: Ticks },
 *   frame: import("../kit/plane_frame.js").Frame }} SettlingScene
 */

const STEPS = 60; // of a curve
const HELD = 0.9; // where the band is held, as a share of the width
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

export class SettlingDrawing {
  #scene;
  #place;
  #places;
  #parts = shape("g", {});
  #handle;
  /** @type {number[]} */
  #across;

  /**
   * @param {SettlingScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (to: Point) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#places = new LabelPlaces(place);
    const end = scene.view[2];
    this.#across = Array.from({ length: STEPS + 1 }, (_, k) => (k * end) / STEPS);
    this.#handle = makeHandle({
      drag: (to) => drag([HELD * end, pointed(scene.frame, sheet, to)[1]]),
      nudge: ([across, up]) => nudge(across - up), // the band shrinks as k grows
      leap: (way) => nudge(way * scene.counts.length),
    });
    const sheet = makeSheet(place, [...this.#grid(), this.#parts, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place, at the edge what lies beyond it */
  #locate([x, y]) {
    const { frame, view } = this.#scene;
    return locate(frame, this.#place, [x, Math.max(view[1], Math.min(y, view[3]))]);
  }

  /** @param {(d: number) => number} height @returns {Point[]} places of a curve */
  #curve(height) {
    return this.#across.map((d) => this.#locate([d, height(d)]));
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #grid() {
    const { ticks, view } = this.#scene;
    const [left, , right, top] = view;
    const lines = numberedLines(ticks, view, (point) => this.#locate(point));
    const [u, v] = this.#locate([right, 0]);
    const [s, t] = this.#locate([left, top]);
    const names = [
      word([u - 4, v + 15], "d/ℓ", "muted", ENDS),
      word([s + 6, t + 14], "κ̂", "muted"),
    ];
    return [...lines, ...names];
  }

  /**
   * @param {number} count
   * @param {number[]} pairs
   * @param {number[]} phases
   * @param {import("../kit/handle.js").Said} said
   */
  draw(count, pairs, phases, said) {
    const { distances, view } = this.#scene;
    const [above, below] = [1, -1].map((side) =>
      this.#curve((d) => kernel(d) + side * band(d, count, false)),
    );
    const edges = [1, -1].map((side) =>
      this.#curve((d) => kernel(d) + side * band(d, count, true)),
    );
    const curve = this.#curve(kernel);
    const held = HELD * view[2];
    const grip = this.#locate([held, kernel(held) + band(held, count, false)]);
    const [discs, rings] = [pairs, phases].map((values) =>
      values.map((value, i) => this.#locate([distances[i], value])),
    );
    /** @type {(points: Point[], name: string) => SVGElement[]} */
    const marks = (points, name) =>
      points.map(([x, y]) =>
        shape("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 2.9, class: name }),
      );
    this.#places.begin([
      ...[curve, below, ...edges].flatMap(pieces),
      ...[...discs, ...rings, grip].flatMap(around),
    ]);
    this.#parts.replaceChildren(
      shape("path", {
        d: `${outline([...above, ...below.reverse()])}Z`,
        class: "plane-area plane-blue",
      }),
      ...edges.map((points) => path(points, "plane-light plane-orange is-dashed")),
      path(curve, "plane-line plane-ink"),
      ...marks(rings, "plane-ring plane-orange"),
      ...marks(discs, "plane-dot plane-blue"),
      this.#word("exact", curve[STEPS / 3], "ink"),
      this.#word("pairs", below[Math.round(STEPS / 4)], "blue"),
      this.#word("phases", edges[0][STEPS / 2], "orange"),
    );
    placeSlider(this.#handle, grip, said);
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    return word(this.#places.place(at, text), text, color, MIDDLE);
  }
}
