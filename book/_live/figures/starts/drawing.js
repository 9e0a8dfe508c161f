// Functions on their way to the points that they are to meet, and the band of the limit.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { outline, shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {import("./geometry.js").Starts & {
 *   view: [number, number, number, number], ticks: { x: Ticks, y: Ticks },
 *   frame: import("../kit/plane_frame.js").Frame }} StartsScene
 */

const ENDS = { "text-anchor": "end" };

export class StartsDrawing {
  #scene;
  #place;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {StartsScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (height: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#handle = makeHandle({
      drag: (to) => drag(pointed(scene.frame, sheet, to)[1]),
      nudge: ([across, up]) => nudge(across + up),
    });
    const sheet = makeSheet(place, [...this.#ground(), this.#parts, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place, at the edge what lies beyond it */
  #locate([t, height]) {
    const { frame, view } = this.#scene;
    return locate(frame, this.#place, [t, Math.max(view[1], Math.min(height, view[3]))]);
  }

  /** @param {number[]} heights @returns {Point[]} */
  #curve(heights) {
    return heights.map((height, j) => this.#locate([this.#scene.places[j], height]));
  }

  /** @returns {SVGElement[]} lines with their numbers, the names of the axes, and the band */
  #ground() {
    const { mean, deviation, ticks, view } = this.#scene;
    const [above, below] = [2, -2].map((side) =>
      this.#curve(mean.map((center, j) => center + side * deviation[j])),
    );
    const [u, v] = this.#locate([view[2], 0]);
    const [s, t] = this.#locate([0, view[3]]);
    return [
      ...numberedLines(ticks, view, (point) => this.#locate(point)),
      shape("path", {
        d: `${outline([...above, ...below.reverse()])}Z`,
        class: "plane-area plane-blue",
      }),
      word([u - 4, v - 8], "t", "muted", ENDS),
      word([s + 6, t + 14], "f", "muted"),
    ];
  }

  /** @param {number[][]} networks @param {import("../kit/handle.js").Said} said */
  draw(networks, said) {
    const { points, places, held } = this.#scene;
    const [first, ...others] = networks;
    this.#parts.replaceChildren(
      ...others.map((heights) => path(this.#curve(heights), "plane-light plane-orange")),
      path(this.#curve(first), "plane-line plane-orange"),
      ...points.map((point) => {
        const [x, y] = this.#locate(point);
        const look = { r: 4, class: "plane-dot plane-blue" };
        return shape("circle", { cx: x.toFixed(2), cy: y.toFixed(2), ...look });
      }),
    );
    placeSlider(this.#handle, this.#locate([places[held], first[held]]), said);
  }
}
