// A numbered plane with two arrows, the shadow of one on the line of the other, and a handle at
// either tip.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { Grid } from "../kit/plane_grid.js";
import { arrow, rightAngle } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ text: string, letter: string, at: Point, color: string }} Word */
/**
 * @typedef {object} VectorsContent
 * @property {Frame} frame
 * @property {Point} a
 * @property {Point} b
 * @property {Point} shadow
 * @property {Word[]} words
 * @property {[string, string]} said about the handles
 */
/**
 * @typedef {object} TipActions
 * @property {(name: "a" | "b", to: Point) => void} drag to a point of the plane
 * @property {(name: "a" | "b", steps: Point) => void} nudge by steps, with keys
 * @property {() => void} settle dragging has ended
 */

const ARC = 34; // radius of the angle's arc in points
/** @type {("a" | "b")[]} */
const NAMES = ["a", "b"];

export class VectorsDrawing {
  #place;
  #places;
  #grid;
  #parts = shape("g", {});
  #handles;
  /** @type {Frame} */
  #frame = [0, 0, 1, 1];

  /** @param {import("../kit/widget.js").Place} place @param {TipActions} actions */
  constructor(place, actions) {
    this.#place = place;
    this.#places = new LabelPlaces(place);
    this.#grid = new Grid(place);
    this.#handles = NAMES.map((name) =>
      makeHandle({
        drag: (to) => actions.drag(name, pointed(this.#frame, sheet, to)),
        nudge: (steps) => actions.nudge(name, steps),
        settle: actions.settle,
      }),
    );
    const sheet = makeSheet(place, [this.#grid.element, this.#parts, ...this.#handles]);
  }

  /** @param {Point} point of the plane @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {VectorsContent} content */
  draw({ frame, a, b, shadow, words, said }) {
    this.#frame = frame;
    const [origin, first, second, foot] = [/** @type {Point} */ ([0, 0]), a, b, shadow].map(
      (point) => this.#locate(point),
    );
    this.#grid.show(frame);
    this.#places.begin([
      [origin, first],
      [foot, second],
      [origin, foot],
      [origin, second],
    ]);
    this.#parts.replaceChildren(
      ...this.#line(a),
      ...this.#angle(origin, first, second),
      ...rightAngle(foot, origin, second),
      ...arrow(origin, first, "blue", { width: "thin" }),
      ...arrow(foot, second, "green"),
      ...arrow(origin, foot, "orange"),
      ...arrow(origin, second, "purple", { width: "thin" }),
      ...words.map((word) => this.#word(word)),
    );
    [first, second].forEach((place, k) => {
      placeHandle(this.#handles[k], place, said[k]);
    });
  }

  /** @param {Point} a @returns {SVGElement[]} the line through it, which carries the shadow */
  #line(a) {
    if (a[0] === 0 && a[1] === 0) return [];
    const ends = lineInFrame([0, 0], a, this.#frame).map((point) => this.#locate(point));
    return [path(ends, "plane-hair plane-blue is-dashed")];
  }

  /** @param {Point} origin @param {Point} first @param {Point} second @returns {SVGElement[]} */
  #angle(origin, first, second) {
    const sizes = [first, second].map(([x, y]) => Math.hypot(x - origin[0], y - origin[1]));
    if (Math.min(...sizes) < 0.5) return [];
    const radius = Math.min(ARC, 0.6 * Math.min(...sizes));
    const [start, end] = [first, second].map(([x, y]) => Math.atan2(y - origin[1], x - origin[0]));
    const turn = ((end - start + 5 * Math.PI) % (2 * Math.PI)) - Math.PI;
    /** @type {Point[]} */
    const arc = Array.from({ length: 31 }, (_, k) => {
      const way = start + (turn * k) / 30;
      return [origin[0] + radius * Math.cos(way), origin[1] + radius * Math.sin(way)];
    });
    if (Math.abs(turn) < 1e-6) return [];
    const middle = start + turn / 2;
    const [x, y] = [Math.cos(middle), Math.sin(middle)].map((part) => (radius + 9) * part);
    const name = word([origin[0] + x, origin[1] + y + 4], "", "ink", { "text-anchor": "middle" });
    writeLetters(name, "θ");
    return [path(arc, "plane-corner"), name];
  }

  /** @param {Word} word @returns {SVGElement} */
  #word({ text, letter, at, color }) {
    const place = this.#places.place(this.#locate(at), letter + text);
    const made = word(place, "", color, { "text-anchor": "middle" });
    writeLetters(made, letter + text);
    return made;
  }
}
