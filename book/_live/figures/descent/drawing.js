// Level curves, the path of gradient descent from a start that can be dragged, and its end.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {Omit<import("../kit/ticked_ground.js").Ground, "names">} Ground */
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
  #plane;
  #view;
  #places;
  #steps = shape("g", {});
  #words = shape("g", {});
  #handle;

  /**
   * @param {Ground} ground
   * @param {Levels} levels
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (to: Point) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(ground, levels, place, { drag, nudge }) {
    const { frame, view } = ground;
    this.#plane = new Plane(frame, place);
    this.#view = view;
    this.#places = new LabelPlaces(place);
    this.#handle = makeHandle(
      { drag: (to) => drag(pointed(frame, sheet, to)), nudge },
      { color: "blue" },
    );
    const cut = shape("clipPath", { id: `${place.id}-view` });
    cut.append(this.#window());
    const curves = shape("g", { "clip-path": `url(#${place.id}-view)` });
    curves.append(...this.#zeros(), ...this.#levels(levels), this.#steps);
    const grid = tickedGround({ ...ground, names: ["", ""] }, place);
    const parts = [cut, grid, curves, ...this.#axes(), this.#words, this.#handle];
    const sheet = makeSheet(place, parts);
    sheet.classList.add("is-cut");
  }

  /** @returns {SVGElement} what the grid fills */
  #window() {
    const [left, bottom, right, top] = this.#view;
    const [x, low] = this.#plane.locate([left, bottom]);
    const [end, y] = this.#plane.locate([right, top]);
    return shape("rect", { x, y, width: end - x, height: low - y });
  }

  /** @returns {SVGElement[]} the axes */
  #zeros() {
    const [left, bottom, right, top] = this.#view;
    /** @type {[Point, Point][]} */
    const axes = [
      [
        [left, 0],
        [right, 0],
      ],
      [
        [0, bottom],
        [0, top],
      ],
    ];
    return axes.map((ends) => this.#plane.path(ends, "plane-zero"));
  }

  /** @param {Levels} levels @returns {SVGElement[]} */
  #levels(levels) {
    const { bottom, directions, squares } = levels;
    const name = "plane-hair plane-muted";
    const sizes = Array.from({ length: LEVELS }, (_, k) => (k + 1) * levels.spacing);
    if (squares.length > 1) {
      const flat = Math.sqrt(squares[1] / squares[0]);
      return sizes.map((size) =>
        this.#plane.path(ellipse(bottom, directions, size * flat, size), name),
      );
    }
    const [across, along] = directions;
    /** @param {number} way @param {string} look @returns {SVGElement[]} */
    const line = (way, look) => {
      const through = /** @type {Point} */ (bottom.map((entry, i) => entry + way * across[i]));
      const ends = lineInFrame(through, along, this.#view);
      return ends.length ? [this.#plane.path(ends, look)] : [];
    };
    return [
      ...sizes.flatMap((size) => [size, -size].flatMap((way) => line(way, name))),
      ...line(0, "plane-firm plane-green"),
      dot(this.#plane.locate(bottom), 3.5, "plane-ring plane-orange"),
    ];
  }

  /** @returns {SVGElement[]} the names of the axes */
  #axes() {
    const [x, y] = this.#plane.locate([0, 0]);
    const [end, high] = this.#plane.locate([this.#view[2], this.#view[3]]);
    return [
      word([end - 3, y - 7], "w₁", "muted", { "text-anchor": "end" }),
      word([x + 6, high + 12], "w₂", "muted"),
    ];
  }

  /** @param {DescentContent} content */
  draw({ path: points, end, said }) {
    const [left, bottom, right, top] = this.#view;
    const visible = points
      .slice(1)
      .filter(([x, y]) => x >= left && x <= right && y >= bottom && y <= top);
    const places = points.map((point) => this.#plane.locate(point));
    /** @type {[Point, Point][]} */
    const pieces = places.slice(1).map((place, i) => [places[i], place]);
    this.#places.begin(pieces.slice(0, 6));
    this.#steps.replaceChildren(
      path(places, "plane-thin plane-ink"),
      ...visible.map((point) => dot(this.#plane.locate(point), 2.2, "plane-dot plane-ink")),
      dot(this.#plane.locate(end), 4.2, "plane-dot plane-orange"),
    );
    this.#words.replaceChildren(
      this.#word(points[0], "w₀", "blue"),
      this.#word(end, "end", "orange"),
    );
    placeHandle(this.#handle, this.#plane.locate(points[0]), said);
  }

  /** @param {Point} at @param {string} text @param {string} color @returns {SVGElement} */
  #word(at, text, color) {
    const place = this.#places.place(this.#plane.locate(at), text);
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
