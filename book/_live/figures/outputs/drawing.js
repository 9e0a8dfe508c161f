// A cloud of outputs in its ellipse, and two inputs in a corner, one of them to turn.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { writeWord } from "../kit/letters.js";
import { arrow } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {import("./geometry.js").Outputs & {
 *   compass: [number, number, number], view: [number, number, number, number],
 *   ticks: { x: Ticks, y: Ticks }, frame: import("../kit/plane_frame.js").Frame }} OutputsScene
 */

const NAMED = 13; // points from a tip to the middle of its name
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

/**
 * A word in which x and z are vectors.
 * @param {Point} at @param {string} text @param {string} color
 * @param {Record<string, string>} [look]
 * @returns {SVGElement}
 */
function named(at, text, color, look = {}) {
  const made = word(at, "", color, look);
  writeWord(made, text, "xz");
  return made;
}

export class OutputsDrawing {
  #scene;
  #place;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {OutputsScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ turn: (towards: Point) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { turn, nudge }) {
    this.#scene = scene;
    this.#place = place;
    const [left, bottom] = scene.compass;
    this.#handle = makeHandle({
      drag: (to) => {
        const [x, y] = pointed(scene.frame, sheet, to);
        turn([x - left, y - bottom]);
      },
      nudge: ([across, up]) => nudge(up - across),
    });
    const sheet = makeSheet(place, [...this.#ground(), this.#parts, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place, at the edge what lies beyond it */
  #locate([x, y]) {
    const { frame, view } = this.#scene;
    const [s, t] = [
      Math.max(view[0], Math.min(x, view[2])),
      Math.max(view[1], Math.min(y, view[3])),
    ];
    return locate(frame, this.#place, [s, t]);
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #ground() {
    const { ticks, view } = this.#scene;
    const lines = numberedLines(ticks, view, (point) => this.#locate(point));
    const [u, v] = this.#locate([view[2], 0]);
    const [s, t] = this.#locate([0, view[3]]);
    return [
      ...lines,
      named([u - 4, v - 8], "f(x)", "muted", ENDS),
      named([s + 6, t + 14], "f(z)", "muted"),
    ];
  }

  /**
   * @param {Point[]} points
   * @param {Point[]} curve
   * @param {number} angle between the inputs, in degrees
   * @param {import("../kit/handle.js").Said} said
   */
  draw(points, curve, angle, said) {
    const { compass, lengths } = this.#scene;
    const start = this.#locate([compass[0], compass[1]]);
    const tips = [0, angle].map((degrees, i) => {
      const [theta, long] = [(degrees * Math.PI) / 180, compass[2] * lengths[i]];
      return this.#locate([
        compass[0] + long * Math.cos(theta),
        compass[1] + long * Math.sin(theta),
      ]);
    });
    this.#parts.replaceChildren(
      ...points.map((point) => {
        const [x, y] = this.#locate(point);
        const look = { r: 2.5, class: "plane-dot plane-blue" };
        return shape("circle", { cx: x.toFixed(2), cy: y.toFixed(2), ...look });
      }),
      path(
        curve.map((point) => this.#locate(point)),
        "plane-curve plane-orange",
      ),
      ...arrow(start, tips[0], "ink", { width: "firm" }),
      ...arrow(start, tips[1], "purple", { width: "firm" }),
      this.#name(start, tips[0], "x", "ink"),
      this.#name(start, tips[1], "z", "purple"),
    );
    placeSlider(this.#handle, tips[1], said);
  }

  /** @param {Point} start @param {Point} tip @param {string} text @param {string} color */
  #name(start, tip, text, color) {
    const size = Math.hypot(tip[0] - start[0], tip[1] - start[1]);
    const [x, y] = [0, 1].map((i) => tip[i] + (NAMED * (tip[i] - start[i])) / size);
    return named([x, y + 4], text, color, MIDDLE);
  }
}
