// The line with its nearest point, its solutions and its normal vector, and three points to move:
// the tip of the normal vector, the nearest point and the last solution.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { Grid } from "../kit/plane_grid.js";
import { arrow, dot, rightAngle } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {"normal" | "nearest" | "solution"} Name of what can be moved */
/**
 * @typedef {object} LineContent
 * @property {Frame} frame
 * @property {Record<Name, Point>} places
 * @property {Point} along the direction of the line
 * @property {Point} forward the direction in which the solution lies
 * @property {Point[]} others solutions that stay
 * @property {Record<Name | "line", string>} words
 * @property {Record<"nearest" | "step" | "solution", string>} lengths
 * @property {Record<Name, { label: string, value?: { now: number, text: string } }>} said
 */
/**
 * @typedef {object} LineActions
 * @property {(name: Name, to: Point) => void} drag to a point of the plane
 * @property {(name: Name, steps: Point) => void} nudge by steps, with keys
 * @property {() => void} settle dragging has ended
 */

const SHORT = 4; // points by which arrows stay before the points that they lead to
const NAME_AT = 0.75; // of the way from the nearest point to the end of the line
// Of the way along a side of the triangle, where its length is written: first, or else.
const SIDE_AT = [0.36, 0.5, 0.64, 0.24];
const LETTER = 6; // points that a letter takes at most
const LONG = 44; // points from which on a side of the triangle bears its length
/** @type {Record<Name | "line", string>} */
const COLORS = { normal: "ink", nearest: "orange", solution: "purple", line: "blue" };
const NAMES = /** @type {Name[]} */ (["normal", "nearest", "solution"]);

export class LineDrawing {
  #place;
  #places;
  #grid;
  #parts = shape("g", {});
  #handles;
  /** @type {Frame} */
  #frame = [0, 0, 1, 1];

  /** @param {import("../kit/widget.js").Place} place @param {LineActions} actions */
  constructor(place, { drag, nudge, settle }) {
    this.#place = place;
    this.#places = new LabelPlaces(place);
    this.#grid = new Grid(place);
    this.#handles = NAMES.map((name) =>
      makeHandle(
        {
          drag: (to) => drag(name, pointed(this.#frame, sheet, to)),
          nudge: (steps) => nudge(name, steps),
          settle,
        },
        { color: COLORS[name], role: name === "normal" ? "button" : "spinbutton" },
      ),
    );
    const sheet = makeSheet(place, [this.#grid.element, this.#parts, ...this.#handles]);
    sheet.classList.add("is-cut"); // what is dragged may leave the frame
  }

  /** @param {Point} point of the plane @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {LineContent} content */
  draw(content) {
    this.#frame = content.frame;
    this.#grid.show(content.frame);
    this.#places.begin(this.#lines(content));
    this.#parts.replaceChildren(
      ...this.#family(content),
      ...this.#arrows(content),
      ...this.#words(content),
      ...this.#lengths(content),
    );
    NAMES.forEach((name, k) => {
      const { label, value } = content.said[name];
      placeHandle(this.#handles[k], this.#locate(content.places[name]), label, value);
    });
  }

  /** @param {LineContent} content @returns {SVGElement[]} the line and the solutions that stay */
  #family({ places, along, others }) {
    const ends = lineInFrame(places.nearest, along, this.#frame).map((end) => this.#locate(end));
    const origin = this.#locate([0, 0]);
    const points = others.map((point) => this.#locate(point));
    const isApart = Math.hypot(...places.nearest) > 0;
    const look = { width: /** @type {const} */ ("light"), short: SHORT };
    return [
      ...(ends.length ? [path(ends, "plane-firm plane-blue")] : []),
      ...(isApart ? points.flatMap((point) => arrow(origin, point, "muted", look)) : []),
      ...points.map((point) => dot(point, 3.5, "plane-ring plane-blue")),
    ];
  }

  /** @param {LineContent} content @returns {SVGElement[]} the right triangle and the normal vector */
  #arrows({ places, forward }) {
    const [origin, normal, nearest, solution] = [
      /** @type {Point} */ ([0, 0]),
      places.normal,
      places.nearest,
      places.solution,
    ].map((point) => this.#locate(point));
    const [, ahead] = lineInFrame(places.nearest, forward, this.#frame);
    return [
      ...arrow(origin, normal, "ink", { width: "light", isDashed: true }),
      ...(ahead ? rightAngle(nearest, this.#locate(ahead), origin) : []),
      ...arrow(origin, nearest, "orange", { short: SHORT }),
      ...arrow(nearest, solution, "green", { short: SHORT }),
      ...arrow(origin, solution, "purple", { width: "firm", short: SHORT }),
    ];
  }

  /** @param {LineContent} content @returns {SVGElement[]} the triangle's sides, outside of it */
  #lengths({ places, forward, lengths }) {
    const { nearest, solution } = places;
    /** @type {Point} */
    const origin = [0, 0];
    /** @type {Point} */
    const back = [-forward[0], -forward[1]];
    return [
      ...this.#side(origin, nearest, back, ["x⋆", lengths.nearest, "orange"]),
      ...this.#side(nearest, solution, nearest, ["v", lengths.step, "green"]),
      ...this.#side(origin, solution, forward, ["x⋆ + v", lengths.solution, "purple"]),
    ];
  }

  /**
   * @param {Point} from
   * @param {Point} to
   * @param {Point} outward the side on which the length is written
   * @param {[letters: string, length: string, color: string]} text
   * @returns {SVGElement[]}
   */
  #side(from, to, outward, [letters, length, color]) {
    const [[x, y], [u, v]] = [from, to].map((point) => this.#locate(point));
    const size = Math.hypot(...outward);
    if (size === 0 || Math.hypot(u - x, v - y) < LONG) return [];
    const [right, up] = outward.map((entry) => entry / size);
    const aside = right > 0.3 ? 1 : right < -0.3 ? -1 : 0; // the text begins or ends beside the side
    const whole = `‖${letters}‖ = ${length}`;
    for (const text of [whole, length]) {
      const half = (LETTER * text.length) / 2;
      const middles = SIDE_AT.map(
        (part) =>
          /** @type {Point} */ ([
            x + part * (u - x) + 6 * right + aside * half,
            y + part * (v - y) - 8 * up + 4,
          ]),
      );
      const inside = middles.filter(([at]) => at > half && at < this.#place.width - half);
      if (!inside.length) continue;
      const made = word(this.#places.choose(inside, text), "", color, { "text-anchor": "middle" });
      writeLetters(made, text);
      return [made];
    }
    return [];
  }

  /** @param {LineContent} content @returns {[Point, Point][]} what words keep clear of, on the sheet */
  #lines({ places, along, others }) {
    const { nearest } = places;
    const [start, end] = lineInFrame(nearest, along, this.#frame);
    /** @type {[Point, Point][]} */
    const lines = [places.normal, nearest, places.solution, ...others].map((to) => [[0, 0], to]);
    if (start && end) lines.push([start, end]);
    return lines.map(([from, to]) => [this.#locate(from), this.#locate(to)]);
  }

  /** @param {LineContent} content @returns {SVGElement[]} */
  #words({ places, along, words }) {
    const { nearest } = places;
    const [, end] = lineInFrame(nearest, along, this.#frame);
    /** @type {(k: 0 | 1, to: Point) => number} */
    const toward = (k, to) => nearest[k] + NAME_AT * (to[k] - nearest[k]);
    const named = NAMES.map((name) => this.#word(places[name], words[name], COLORS[name]));
    const line = end && this.#word([toward(0, end), toward(1, end)], words.line, COLORS.line);
    return [...named, ...(line ? [line] : []), ...this.#axes()];
  }

  /** @returns {SVGElement[]} the names of the axes, if both are in view */
  #axes() {
    const [left, bottom] = this.#frame;
    if (left > 0 || bottom > 0) return [];
    const { width } = this.#place;
    const [x, y] = this.#locate([0, 0]);
    return [
      word([width - 3, y - 7], "x", "muted", { "text-anchor": "end" }),
      word([x + 6, 14], "y", "muted"),
    ];
  }

  /** @param {Point} at @param {string} text @param {string} color @returns {SVGElement} */
  #word(at, text, color) {
    const place = this.#places.place(this.#locate(at), text);
    return word(place, text, color, { "text-anchor": "middle" });
  }
}
