// Ways of trained networks in the plane of two outputs, and where all of them are at one time.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { writeWord } from "../kit/letters.js";
import { dot } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {import("./geometry.js").Training & {
 *   at: import("./geometry.js").At, view: [number, number, number, number],
 *   ticks: { x: Ticks, y: Ticks }, frame: import("../kit/plane_frame.js").Frame }} TrainingScene
 */

const ENDS = { "text-anchor": "end" };

export class TrainingDrawing {
  #scene;
  #place;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {TrainingScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (to: Point) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#handle = makeHandle({
      drag: (to) => drag(pointed(scene.frame, sheet, to)),
      nudge: ([across, up]) => nudge(across + up),
    });
    const sheet = makeSheet(place, [...this.#ground(), this.#parts, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place */
  #locate(point) {
    return locate(this.#scene.frame, this.#place, point);
  }

  /** @param {Point[]} way @param {string} name @returns {SVGElement} */
  #way(way, name) {
    return path(
      way.map((point) => this.#locate(point)),
      name,
    );
  }

  /** @returns {SVGElement[]} lines with their numbers, the names of the axes, the limit, the target */
  #ground() {
    const { limit, target, ticks, view } = this.#scene;
    const [u, v] = this.#locate([view[2], 0]);
    const [s, t] = this.#locate([0, view[3]]);
    const [x, y] = this.#locate(target);
    return [
      ...numberedLines(ticks, view, (point) => this.#locate(point)),
      this.#way(limit, "plane-broad plane-muted"),
      dot([x, y], 3.5, "plane-dot plane-blue"),
      named([u - 2, v - 7], "f(x₁)", "muted", ENDS),
      named([s + 6, t + 12], "f(x₂)", "muted"),
      named([x + 7, y + 4], "y", "blue"),
    ];
  }

  /** @param {import("./geometry.js").At} at @param {import("../kit/handle.js").Said} said */
  draw([width, time], said) {
    const { limit } = this.#scene;
    const [networks, linear] = [this.#scene.networks[width], this.#scene.linear[width]];
    /** @param {Point[][]} ways @param {string} name */
    const marks = (ways, name) => ways.map((way) => dot(this.#locate(way[time]), 2.5, name));
    this.#parts.replaceChildren(
      ...networks.map((way) => this.#way(way, "plane-thin plane-orange")),
      ...linear.map((way) => this.#way(way, "plane-light plane-purple is-dashed")),
      ...marks(linear, "plane-ring plane-purple"),
      ...marks(networks, "plane-dot plane-orange"),
    );
    placeSlider(this.#handle, this.#locate(limit[time]), said);
  }
}

/**
 * A word in which x and y are vectors.
 * @param {Point} at @param {string} text @param {string} color
 * @param {Record<string, string>} [look]
 * @returns {SVGElement}
 */
function named(at, text, color, look = {}) {
  const made = word(at, "", color, look);
  writeWord(made, text, "xy");
  return made;
}
