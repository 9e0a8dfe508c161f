// The mean error over the number of features, medians and single draws, and a point to move.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { meanError, meanRun, rowsOf } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").Simulated} Simulated */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {Simulated & {
 *   view: [number, number, number, number], ticks: { x: Ticks, y: Ticks },
 *   frame: import("../kit/plane_frame.js").Frame }} PeakScene
 */

const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

export class PeakDrawing {
  #scene;
  #place;
  #places;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {PeakScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (used: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#places = new LabelPlaces(place);
    this.#handle = makeHandle(
      {
        drag: (to) => drag(pointed(scene.frame, sheet, to)[0]),
        nudge: ([across, up]) => nudge(across + up),
      },
      { color: "orange" },
    );
    const sheet = makeSheet(place, [...this.#grid(), this.#parts, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place, at the upper edge what lies beyond it */
  #locate([x, y]) {
    const { frame, view } = this.#scene;
    return locate(frame, this.#place, [x, Math.min(y, view[3])]);
  }

  /** @param {Point[]} points @param {string} name @returns {SVGElement} */
  #path(points, name) {
    return path(
      points.map((point) => this.#locate(point)),
      name,
    );
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #grid() {
    const { ticks, view } = this.#scene;
    const [left, low, right, top] = view;
    const lines = numberedLines(ticks, view, (point) => this.#locate(point));
    const [u, v] = this.#locate([right, low]);
    const [s, t] = this.#locate([left, top]);
    const names = [
      word([u - 4, v - 8], "p", "muted", ENDS),
      word([s + 6, t + 10], "error", "muted"),
    ];
    return [...lines, ...names];
  }

  /** @param {number} examples @param {number} used @param {import("../kit/handle.js").Said} said */
  draw(examples, used, said) {
    const scene = this.#scene;
    const { features, view } = scene;
    const [medians, ...single] = rowsOf(scene, examples).map((row) =>
      row.map((y, k) => /** @type {Point} */ ([features[k], y])),
    );
    const runs = /** @type {const} */ ([-1, 1]).map((side) => meanRun(scene, examples, side));
    const threshold = /** @type {Point[]} */ ([view[1], view[3]].map((y) => [examples, y]));
    const at = this.#locate([used, Math.log10(meanError(scene, examples, used))]);
    const far = medians[Math.round(0.85 * (medians.length - 1))];
    const lines = [...runs, medians, threshold].flatMap((points) =>
      pieces(points.map((point) => this.#locate(point))),
    );
    this.#places.begin([...lines, ...around(at)]);
    this.#parts.replaceChildren(
      ...single.map((row) => this.#path(row, "plane-light plane-muted")),
      this.#path(threshold, "plane-line plane-purple is-dotted"),
      ...runs
        .filter((run) => run.length > 1)
        .map((run) => this.#path(run, "plane-thick plane-orange")),
      this.#path(medians, "plane-line plane-ink is-dashed"),
      this.#word("p = N", this.#locate([examples, view[3] - 0.12 * (view[3] - view[1])]), "purple"),
      this.#word("mean", at, "orange"),
      this.#word("median", this.#locate(far), "ink"),
    );
    placeSlider(this.#handle, at, said);
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    return word(this.#places.place(at, text), text, color, MIDDLE);
  }
}
