// The map of one layer, the diagonal, and the staircase from a start on the axis.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { angleName, nextAngle, staircase, TARGET } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {object} CobwebScene
 * @property {string} start in degrees
 * @property {number} layers
 * @property {import("../kit/plane_frame.js").Frame} view
 * @property {{ x: Ticks, y: Ticks }} ticks
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const STEPS = 90; // of the curve
const NAMED = 0.75 * Math.PI; // where an axis has its name
const CROWDED = 0.4; // an angle below it has its name here:
/** @type {Point} */
const APART = [0.33, 0.72];
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

export class CobwebDrawing {
  #scene;
  #plane;
  #places;
  /** @type {[Point, Point][]} segments that stand still, on the sheet */
  #still = [];
  #parts = shape("g", {});
  #handle;

  /**
   * @param {CobwebScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (theta: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#places = new LabelPlaces(place);
    this.#handle = makeHandle({
      drag: (to) => drag(pointed(scene.frame, sheet, to)[0]),
      nudge: ([across, up]) => nudge(across + up),
    });
    const parts = [...this.#ground(), ...this.#curves(), this.#parts, this.#handle];
    const sheet = makeSheet(place, parts);
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #ground() {
    const { ticks, view } = this.#scene;
    const at = (/** @type {Point} */ point) => this.#plane.locate(point);
    const [u, v] = at([NAMED, view[1]]);
    const [s, t] = at([view[0], NAMED]);
    const names = [
      word([u, v + 16], "θ", "muted", MIDDLE),
      word([s - 6, t + 4], "θ₊", "muted", ENDS),
    ];
    return [...numberedLines(ticks, view, at), ...names];
  }

  /** @returns {SVGElement[]} the map, the diagonal and the line to reach */
  #curves() {
    const [left, , right] = this.#scene.view;
    /** @type {(height: (x: number) => number) => Point[]} */
    const curve = (height) =>
      Array.from({ length: STEPS + 1 }, (_, k) => {
        const x = (k * Math.PI) / STEPS;
        return [x, height(x)];
      });
    const map = curve(nextAngle);
    const diagonal = curve((x) => x);
    /** @type {Point[]} */
    const target = [
      [left, TARGET],
      [right, TARGET],
    ];
    this.#still = [map, diagonal, target].flatMap((points) => this.#segments(points));
    const [u, v] = this.#plane.locate([0.85 * Math.PI, TARGET]);
    const [s, t] = this.#plane.locate([0.8 * Math.PI, nextAngle(0.8 * Math.PI)]);
    return [
      this.#plane.path([diagonal[0], diagonal[STEPS]], "plane-light plane-muted"),
      this.#plane.path(target, "plane-light plane-purple is-dashed"),
      this.#plane.path(map, "plane-firm plane-blue"),
      word([u, v - 7], "10°", "purple", MIDDLE),
      word([s, t - 9], "one layer", "blue", MIDDLE),
    ];
  }

  /** @param {Point[]} points @returns {[Point, Point][]} of their path on the sheet */
  #segments(points) {
    const places = points.map((point) => this.#plane.locate(point));
    return places.slice(1).map((to, k) => [places[k], to]);
  }

  /** @param {number} start @param {number} layers @param {import("../kit/handle.js").Said} said */
  draw(start, layers, said) {
    const steps = staircase(start, layers);
    const end = steps[steps.length - 1];
    /** @type {Point[]} */
    const down = [end, [end[0], 0]];
    const at = this.#plane.locate(end);
    this.#places.begin([...this.#still, ...this.#segments(steps), ...this.#segments(down)]);
    const name = angleName(layers);
    this.#parts.replaceChildren(
      this.#plane.path(steps, "plane-light plane-ink"),
      this.#plane.path(down, "plane-hair plane-orange"),
      dot(at, 3.6, "plane-dot plane-orange"),
      word(this.#nameAt(end, name), name, "orange", MIDDLE),
    );
    placeSlider(this.#handle, this.#plane.locate(steps[0]), said);
  }

  /** @param {Point} end @param {string} name @returns {Point} beside the end, or the diagonal */
  #nameAt(end, name) {
    if (end[0] >= CROWDED) return this.#places.place(this.#plane.locate(end), name);
    const [x, y] = this.#plane.locate(APART);
    return [x, y + 4];
  }
}
