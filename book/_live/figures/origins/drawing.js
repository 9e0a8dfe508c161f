// A line, a cloud of origins with their feet on it, and one origin to be moved.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { Grid } from "../kit/plane_grid.js";
import { dot, rightAngle } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Content
 * @property {Point} along the direction of the line
 * @property {Point} nearest
 * @property {Point} origin
 * @property {Point} foot
 * @property {Point[]} feet
 * @property {Record<"origin" | "foot" | "line", string>} words
 * @property {{ origin: string, line: import("../kit/handle.js").HandleValue }} said
 */
/** @typedef {"origin" | "line"} Name of what can be moved */
/**
 * @typedef {object} Actions
 * @property {(name: Name, to: Point) => void} drag
 * @property {(name: Name, steps: Point) => void} nudge
 */

const SMALL = 1.8; // radius of the many
const AT = 0.62; // of the way from the nearest point to the end of the line
const MIDDLE = { "text-anchor": "middle" };

export class OriginsDrawing {
  #frame;
  #cloud;
  #place;
  #places;
  #parts = shape("g", {});
  /** @type {Record<Name, SVGElement>} */
  #handles;

  /**
   * @param {{ frame: Frame, cloud: Point[] }} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {Actions} actions
   */
  constructor({ frame, cloud }, place, { drag, nudge }) {
    this.#frame = frame;
    this.#cloud = cloud;
    this.#place = place;
    this.#places = new LabelPlaces(place);
    const grid = new Grid(place);
    grid.show(frame);
    /** @type {(name: Name, look: import("../kit/handle.js").HandleLook) => SVGElement} */
    const handle = (name, look) =>
      makeHandle(
        {
          drag: (to) => drag(name, pointed(frame, sheet, to)),
          nudge: (steps) => nudge(name, steps),
        },
        look,
      );
    this.#handles = {
      line: handle("line", { color: "orange", role: "slider" }),
      origin: handle("origin", { color: "ink" }),
    };
    const many = cloud.map((point) => dot(this.#locate(point), SMALL, "plane-dot plane-muted"));
    const sheet = makeSheet(place, [
      grid.element,
      ...many,
      this.#parts,
      ...Object.values(this.#handles),
    ]);
    sheet.classList.add("is-cut");
  }

  /** @param {Point} point @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {Content} content */
  draw({ along, nearest, origin, foot, feet, words, said }) {
    const ends = lineInFrame(nearest, along, this.#frame).map((end) => this.#locate(end));
    const [from, to] = [origin, foot].map((point) => this.#locate(point));
    const marks = [...feet, ...this.#cloud].map((point) => this.#locate(point));
    this.#places.begin([
      ...(ends.length === 2 ? [/** @type {[Point, Point]} */ ([ends[0], ends[1]])] : []),
      [from, to],
      ...marks.map(
        ([x, y]) =>
          /** @type {[Point, Point]} */ ([
            [x - SMALL, y],
            [x + SMALL, y],
          ]),
      ),
    ]);
    const isApart = Math.hypot(from[0] - to[0], from[1] - to[1]) > 12;
    this.#parts.replaceChildren(
      ...(ends.length ? [path(ends, "plane-firm plane-blue")] : []),
      ...feet.map((point) => dot(this.#locate(point), SMALL, "plane-dot plane-orange")),
      path([from, to], "plane-line plane-purple is-dashed"),
      ...(isApart && ends.length ? rightAngle(to, ends[1], from) : []),
      dot(to, 3.5, "plane-ring plane-orange"),
      this.#word(words.foot, to, "orange"),
      this.#word(words.origin, from, "ink"),
      ...(ends.length ? [this.#word(words.line, this.#onLine(nearest, ends[0]), "blue")] : []),
    );
    placeHandle(this.#handles.origin, from, said.origin);
    const shift = "Right-hand side c: shifts the line";
    placeHandle(this.#handles.line, this.#locate(nearest), shift, said.line);
  }

  /** @param {Point} nearest @param {Point} end on the sheet @returns {Point} */
  #onLine(nearest, [u, v]) {
    const [x, y] = this.#locate(nearest);
    return [x + AT * (u - x), y + AT * (v - y)];
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    return word(this.#places.place(at, text), text, color, MIDDLE);
  }
}
