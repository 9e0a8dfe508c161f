// A numbered plane with two arrows, the shadow of one on the line of the other, and a handle at
// either tip.
import { format } from "../../shared/rational.js";
import { arrow, makeHandle, placeHandle, shape } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { gridLines } from "../line/geometry.js";
import { lineEnds } from "./geometry.js";

/** @typedef {import("../line/geometry.js").Frame} Frame */
/** @typedef {import("../kit/plane_parts.js").Point} Point */
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
const CORNER = 9; // side of the right angle's square in points
const EDGE = [0.045, 0.05]; // parts of width and height that numbers need
/** @type {("a" | "b")[]} */
const NAMES = ["a", "b"];

/** @param {Point} from @param {Point} to @returns {Point} the direction of length 1 */
function unit(from, to) {
  const size = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[0] - from[0]) / size, (to[1] - from[1]) / size];
}

export class VectorsDrawing {
  #place;
  #parts = shape("g", {});
  #handles;
  /** @type {Frame} */
  #frame = [0, 0, 1, 1];

  /** @param {import("../kit/widget.js").Place} place @param {TipActions} actions */
  constructor(place, actions) {
    this.#place = place;
    this.#handles = NAMES.map((name) =>
      makeHandle({
        drag: (event) => actions.drag(name, pointed(this.#frame, sheet, event)),
        nudge: (steps) => actions.nudge(name, steps),
        settle: actions.settle,
      }),
    );
    const sheet = makeSheet(place, [this.#parts, ...this.#handles]);
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
    this.#parts.replaceChildren(
      ...this.#grid(),
      ...this.#line(a),
      ...this.#angle(origin, first, second),
      ...this.#corner(origin, foot, second),
      ...arrow(origin, first, "blue", true),
      ...arrow(foot, second, "green"),
      ...arrow(origin, foot, "orange"),
      ...arrow(origin, second, "purple", true),
      ...words.map((word) => this.#word(word)),
    );
    [first, second].forEach((place, k) => {
      placeHandle(this.#handles[k], place, said[k]);
    });
  }

  /** @returns {SVGElement[]} */
  #grid() {
    const [left, bottom, right, top] = this.#frame;
    const [wide, high] = [right - left, top - bottom];
    const [low, base] = [left + EDGE[0] * wide, bottom + EDGE[1] * high];
    const span = Math.max(wide, high);
    const upright = gridLines(low, right, span).flatMap((x) => {
      const ends = /** @type {Point[]} */ ([base, top].map((y) => [x.valueOf(), y]));
      return this.#gridLine(ends, x, "middle", [0, 12]);
    });
    const level = gridLines(base, top, span).flatMap((y) => {
      const ends = /** @type {Point[]} */ ([low, right].map((x) => [x, y.valueOf()]));
      return this.#gridLine(ends, y, "end", [-3, 4]);
    });
    return [...upright, ...level];
  }

  /**
   * @param {Point[]} ends
   * @param {import("../../shared/rational.js").Rational} value
   * @param {string} anchor
   * @param {Point} offset of the number from the first end
   * @returns {SVGElement[]}
   */
  #gridLine(ends, value, anchor, offset) {
    const [start, end] = ends.map((point) => this.#locate(point));
    const name = value.n === 0n ? "plane-axis" : "plane-frame";
    const at = /** @type {Point} */ ([start[0] + offset[0], start[1] + offset[1]]);
    return [path([start, end], name), word(at, format(value), "muted", { "text-anchor": anchor })];
  }

  /** @param {Point} a @returns {SVGElement[]} the line through it, which carries the shadow */
  #line(a) {
    if (a[0] === 0 && a[1] === 0) return [];
    const ends = lineEnds(a, this.#frame).map((point) => this.#locate(point));
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

  /** @param {Point} origin @param {Point} foot @param {Point} tip @returns {SVGElement[]} */
  #corner(origin, foot, tip) {
    const [back, across] = [unit(foot, origin), unit(foot, tip)];
    const gaps = [origin, tip].map(([x, y]) => Math.hypot(x - foot[0], y - foot[1]));
    if (Math.min(...gaps) < CORNER) return [];
    const [p, q] = [back, across].map(([x, y]) => [CORNER * x, CORNER * y]);
    /** @type {Point[]} */
    const corner = [
      [foot[0] + p[0], foot[1] + p[1]],
      [foot[0] + p[0] + q[0], foot[1] + p[1] + q[1]],
      [foot[0] + q[0], foot[1] + q[1]],
    ];
    return [path(corner, "plane-corner")];
  }

  /** @param {Word} word @returns {SVGElement} */
  #word({ text, letter, at, color }) {
    const [x, y] = this.#locate(at);
    const { width, height } = this.#place;
    const room = 8 + 5 * (letter + text).length; // pixels that the words take, about
    const isOnLeft = (at[0] < 0 && x > room) || x + room > width;
    const rise = at[1] < 0 ? 14 : -6; // away from the origin
    const place = /** @type {Point} */ ([
      x + (isOnLeft ? -8 : 8),
      Math.min(Math.max(y + rise, 11), height - 4),
    ]);
    const made = word(place, "", color, { "text-anchor": isOnLeft ? "end" : "start" });
    writeLetters(made, letter);
    made.append(text);
    return made;
  }
}
