// Level curves, the path of gradient descent from a start that can be dragged, and its end.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { Grid } from "../kit/plane_grid.js";
import { dot } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/**
 * @typedef {object} Levels
 * @property {Point} bottom
 * @property {Point[]} directions
 * @property {number[]} squares one if the minimizers are a line
 * @property {number} spacing of the curves, along the flattest direction
 */
/** @typedef {{ path: Point[], end: Point, said: string }} DescentContent */

const LEVELS = 12;
const POINTS = 120; // of an ellipse

export class DescentDrawing {
  #place;
  #frame;
  #places;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {Frame} frame
   * @param {Levels} levels
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (to: Point) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(frame, levels, place, { drag, nudge }) {
    this.#place = place;
    this.#frame = frame;
    this.#places = new LabelPlaces(place);
    const grid = new Grid(place);
    grid.show(frame);
    this.#handle = makeHandle(
      { drag: (to) => drag(pointed(frame, sheet, to)), nudge },
      { color: "blue" },
    );
    const ground = shape("g", {});
    ground.append(...this.#levels(levels), ...this.#axes());
    const sheet = makeSheet(place, [grid.element, ground, this.#parts, this.#handle]);
    sheet.classList.add("is-cut");
  }

  /** @param {Point} point of the plane @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {Point[]} points @param {string} name @returns {SVGElement} */
  #path(points, name) {
    return path(
      points.map((point) => this.#locate(point)),
      name,
    );
  }

  /** @param {Levels} levels @returns {SVGElement[]} */
  #levels(levels) {
    const { bottom, directions, squares } = levels;
    const name = "plane-hair plane-muted";
    const sizes = Array.from({ length: LEVELS }, (_, k) => (k + 1) * levels.spacing);
    if (squares.length > 1) {
      const flat = Math.sqrt(squares[1] / squares[0]);
      return sizes.map((size) => this.#path(ellipse(bottom, directions, size * flat, size), name));
    }
    const [across, along] = directions;
    /** @param {number} way @param {string} look @returns {SVGElement[]} */
    const line = (way, look) => {
      const through = /** @type {Point} */ (bottom.map((entry, i) => entry + way * across[i]));
      const ends = lineInFrame(through, along, this.#frame);
      return ends.length ? [this.#path(ends, look)] : [];
    };
    return [
      ...sizes.flatMap((size) => [size, -size].flatMap((way) => line(way, name))),
      ...line(0, "plane-firm plane-green"),
      dot(this.#locate(bottom), 3.5, "plane-ring plane-orange"),
    ];
  }

  /** @returns {SVGElement[]} the names of the axes */
  #axes() {
    const [x, y] = this.#locate([0, 0]);
    const [across, up] = [
      word([this.#place.width - 3, y - 7], "w₁", "muted", { "text-anchor": "end" }),
      word([x + 6, 14], "w₂", "muted"),
    ];
    return [across, up];
  }

  /** @param {DescentContent} content */
  draw({ path: points, end, said }) {
    const [left, bottom, right, top] = this.#frame;
    const visible = points
      .slice(1)
      .filter(([x, y]) => x >= left && x <= right && y >= bottom && y <= top);
    const places = points.map((point) => this.#locate(point));
    /** @type {[Point, Point][]} */
    const pieces = places.slice(1).map((place, i) => [places[i], place]);
    this.#places.begin(pieces.slice(0, 6));
    this.#parts.replaceChildren(
      path(places, "plane-thin plane-ink"),
      ...visible.map((point) => dot(this.#locate(point), 2.2, "plane-dot plane-ink")),
      dot(this.#locate(end), 4.2, "plane-dot plane-orange"),
      this.#word(points[0], "w₀", "blue"),
      this.#word(end, "end", "orange"),
    );
    placeHandle(this.#handle, this.#locate(points[0]), said);
  }

  /** @param {Point} at @param {string} text @param {string} color @returns {SVGElement} */
  #word(at, text, color) {
    const place = this.#places.place(this.#locate(at), text);
    const made = word(place, text, color, { "text-anchor": "middle" });
    if (text.length < 3) writeLetters(made, text);
    return made;
  }
}

/**
 * @param {Point} middle
 * @param {Point[]} directions
 * @param {number} across half its size in the first direction
 * @param {number} along
 * @returns {Point[]}
 */
function ellipse(middle, directions, across, along) {
  return Array.from({ length: POINTS + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / POINTS;
    const [a, b] = [across * Math.sin(turn), along * Math.cos(turn)];
    return /** @type {Point} */ (
      middle.map((entry, i) => entry + a * directions[0][i] + b * directions[1][i])
    );
  });
}
