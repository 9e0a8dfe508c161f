// Right digits against the degree, for three methods, and the degree to be moved.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { factsAt } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {import("./geometry.js").DigitsScene & {
 *   ticks: { x: Ticks, y: Ticks }, frame: import("../kit/plane_frame.js").Frame }} DigitsScene
 */

const BELOW = 16; // points from the axis to the base line of a number
const BEFORE = 6;
const TOP = 16;
/** @type {[string, string, string, string][]} method, its name, its color, further look */
const METHODS = [
  ["refined", "refined", "orange", ""],
  ["lstsq", "lstsq", "blue", ""],
  ["cholesky", "Cholesky", "purple", " is-dashed"],
];

export class DigitsDrawing {
  #scene;
  #plane;
  #places;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {DigitsScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (degree: number) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#places = new LabelPlaces(place);
    this.#handle = makeHandle({ drag: (to) => drag(pointed(scene.frame, sheet, to)[0]), nudge });
    const sheet = makeSheet(place, [...this.#grid(), this.#parts, this.#handle]);
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #grid() {
    const { ticks } = this.#scene;
    const left = 0.05 * ticks.x.length;
    const [, bottom, right, top] = this.#scene.frame;
    const upright = ticks.x.flatMap(([x, text]) => {
      const [u, v] = this.#plane.locate([x, 0]);
      const line = /** @type {Point[]} */ ([Math.max(bottom, -0.6), top].map((y) => [x, y]));
      const number = word([u, v + BELOW], text, "muted", { "text-anchor": "middle" });
      return [this.#plane.path(line, "plane-frame"), number];
    });
    const level = ticks.y.flatMap(([y, text]) => {
      const [u, v] = this.#plane.locate([left, y]);
      const line = /** @type {Point[]} */ ([left, right].map((x) => [x, y]));
      const number = word([u - BEFORE, v + 4], text, "muted", { "text-anchor": "end" });
      return [this.#plane.path(line, y === 0 ? "plane-zero" : "plane-frame"), number];
    });
    const [u, v] = this.#plane.locate([ticks.x.length, 0]);
    const [s, t] = this.#plane.locate([left, TOP]);
    const names = [
      word([u + 8, v - 4], "degree", "muted"), // beside the last marks
      word([s + 4, t + 4], "digits", "muted"),
    ];
    return [...upright, ...level, ...names];
  }

  /** @param {number} degree @param {number} treatment @param {string} said */
  draw(degree, treatment, said) {
    const degrees = this.#scene.ticks.x.map(([value]) => value);
    const all = degrees.map((value) => factsAt(this.#scene, value, treatment));
    /** @type {(height: (facts: import("./geometry.js").DigitsFacts) => number) => Point[]} */
    const curve = (height) => all.map((facts, k) => [degrees[k], height(facts)]);
    const left = curve((facts) => facts.left);
    const methods = METHODS.map(([key]) => curve(({ digits }) => digits[key]));
    const lines = [left, ...methods].flatMap((points) =>
      pieces(points.map((point) => this.#plane.locate(point))),
    );
    const here = /** @type {Point[]} */ ([0, TOP].map((y) => [degree, y]));
    const [foot, top] = here.map((point) => this.#plane.locate(point));
    const marks = methods.flat().flatMap((point) => around(this.#plane.locate(point)));
    this.#places.begin([...lines, ...marks, [foot, top], ...around(top)]);
    const middle = Math.floor(degrees.length / 2);
    this.#parts.replaceChildren(
      this.#plane.path(here, "plane-thin plane-muted"),
      this.#plane.path(left, "plane-line plane-ink is-dotted"),
      ...METHODS.flatMap(([, , color, look], k) => [
        this.#plane.path(methods[k], `plane-line plane-${color}${look}`),
        ...methods[k].map((point) =>
          point[1]
            ? dot(this.#plane.locate(point), 3.3, `plane-dot plane-${color}`)
            : dot(this.#plane.locate(point), 2.5, `plane-ring plane-${color}`),
        ),
      ]),
      this.#word("16 − log₁₀ κ", left[Math.min(1, left.length - 1)], "ink"),
      ...METHODS.map(([, name, color], k) => this.#word(name, methods[k][middle], color)),
    );
    placeHandle(this.#handle, top, said); // where it hides no digits
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    const place = this.#places.place(this.#plane.locate(at), text);
    return word(place, text, color, { "text-anchor": "middle" });
  }
}
