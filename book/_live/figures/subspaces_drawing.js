// Two planes side by side with two subspaces each, and handles for a vector in either.
import { arrow, makeHandle, outline, placeHandle, shape } from "./plane_parts.js";

/** @typedef {import("./plane_parts.js").Point} Point */
/** @typedef {{ name: string, color: string, dimension: number, direction: Point | null }} Space */
/** @typedef {{ from: Point, to: Point, color: string, isThin?: boolean }} Arrow */
/**
 * @typedef {object} PlaneContent
 * @property {number} half of the side, in the plane's numbers
 * @property {[Space, Space]} spaces
 * @property {Arrow[]} arrows
 * @property {[Point, Point]} [line] a thin one
 * @property {Point | null} ring
 * @property {{ text: string, at: Point }[]} words
 * @property {Point} handle
 * @property {string} said about the handle
 */
/**
 * @typedef {object} HandleActions
 * @property {(plane: number, to: Point) => void} drag to a point in the plane's numbers
 * @property {(plane: number, steps: Point) => void} nudge by steps, with keys
 * @property {() => void} settle dragging has ended
 */

const CENTERS = [-1.14, 1.14]; // of the planes, whose half sides are 1
const CORNER = 0.13; // side of the right angle's square

export class SubspacesDrawing {
  #frame;
  #unit; // points of a plane's half side
  #parts = shape("g", {});
  /** @type {SVGElement[]} */
  #handles = [];
  /** @type {number[]} */
  #halves = [1, 1];

  /**
   * @param {import("./widget.js").Place} place
   * @param {[number, number, number, number]} frame left, bottom, right, top
   * @param {HandleActions} actions
   */
  constructor(place, frame, actions) {
    this.#frame = frame;
    this.#unit = place.width / (frame[2] - frame[0]);
    const look = { viewBox: `0 0 ${place.width} ${place.height}`, class: "plane-drawing" };
    this.svg = shape("svg", { ...look, role: "group", "aria-label": place.alt });
    this.#handles = [0, 1].map((plane) => this.#makeHandle(plane, actions));
    this.svg.append(this.#parts, ...this.#handles);
    place.root.append(this.svg);
  }

  /** @param {number} plane @param {Point} point in the plane's numbers @returns {Point} */
  #locate(plane, point) {
    const [x, y] = point.map((entry) => entry / this.#halves[plane]);
    const [left, , , top] = this.#frame;
    return [(CENTERS[plane] + x - left) * this.#unit, (top - y) * this.#unit];
  }

  /** @param {number} plane @param {PointerEvent} event @returns {Point} */
  #pointed(plane, event) {
    const box = this.svg.getBoundingClientRect();
    const [left, , right, top] = this.#frame;
    const unit = box.width / (right - left);
    const half = this.#halves[plane];
    const x = left + (event.clientX - box.left) / unit - CENTERS[plane];
    return [half * x, half * (top - (event.clientY - box.top) / unit)];
  }

  /** @param {number} plane @param {HandleActions} actions @returns {SVGElement} */
  #makeHandle(plane, actions) {
    return makeHandle({
      drag: (event) => actions.drag(plane, this.#pointed(plane, event)),
      nudge: (steps) => actions.nudge(plane, steps),
      settle: actions.settle,
    });
  }

  /** @param {[PlaneContent, PlaneContent]} planes */
  draw(planes) {
    this.#halves = planes.map(({ half }) => half);
    this.#parts.replaceChildren(...planes.flatMap((content, plane) => this.#plane(plane, content)));
    planes.forEach(({ handle, said }, plane) => {
      placeHandle(this.#handles[plane], this.#locate(plane, handle), said);
    });
  }

  /** @param {number} plane @param {PlaneContent} content @returns {SVGElement[]} */
  #plane(plane, { half, spaces, arrows, line, ring, words }) {
    /** @type {(points: Point[], name: string) => SVGElement} */
    const path = (points, name) =>
      shape("path", { d: outline(points.map((p) => this.#locate(plane, p))), class: name });
    /** @type {Point[]} */
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ];
    const made = [
      path(corners, "plane-frame"),
      path(
        [
          [-half, 0],
          [half, 0],
        ],
        "plane-axis",
      ),
      path(
        [
          [0, -half],
          [0, half],
        ],
        "plane-axis",
      ),
    ];
    spaces.forEach((space, k) => {
      const style = k === 0 ? "" : "is-dashed";
      made.push(this.#space(plane, half, space, style, corners, path));
      made.push(...this.#name(plane, half, space, style, -1.18 - 0.24 * k, path));
    });
    if (line) made.push(path(line, "plane-hair"));
    const [first, second] = spaces.map(({ direction }) => direction);
    if (first && second) {
      const side = CORNER * half;
      const [u, v] = [first, second].map((d) =>
        d.map((entry) => (side * entry) / Math.hypot(...d)),
      );
      made.push(
        path([/** @type {Point} */ (u), [u[0] + v[0], u[1] + v[1]], [v[0], v[1]]], "plane-corner"),
      );
    }
    for (const { from, to, color, isThin } of arrows) {
      made.push(...arrow(this.#locate(plane, from), this.#locate(plane, to), color, isThin));
    }
    if (ring) {
      const [cx, cy] = this.#locate(plane, ring);
      made.push(shape("circle", { cx, cy, r: 4.6, class: "plane-ring" }));
    }
    made.push(...words.map((word) => this.#word(plane, half, word)));
    return made;
  }

  /**
   * @param {number} plane
   * @param {number} half
   * @param {Space} space
   * @param {string} style
   * @param {Point[]} corners
   * @param {(points: Point[], name: string) => SVGElement} path
   * @returns {SVGElement}
   */
  #space(plane, half, { color, dimension, direction }, style, corners, path) {
    if (dimension === 2) return path(corners, `plane-area plane-${color}`);
    if (direction) {
      const reach = half / Math.max(...direction.map(Math.abs));
      const end = /** @type {Point} */ (direction.map((entry) => reach * entry));
      return path([[-end[0], -end[1]], end], `plane-line plane-${color} ${style}`);
    }
    const [cx, cy] = this.#locate(plane, [0, 0]);
    return shape("circle", { cx, cy, r: 3.6, class: `plane-dot plane-${color}` });
  }

  /**
   * The name of a subspace under its plane, after a piece of its line.
   * @param {number} plane
   * @param {number} half
   * @param {Space} space
   * @param {string} style
   * @param {number} height
   * @param {(points: Point[], name: string) => SVGElement} path
   * @returns {SVGElement[]}
   */
  #name(plane, half, { name, color }, style, height, path) {
    /** @type {[Point, Point]} */
    const ends = [
      [-0.98 * half, height * half],
      [-0.72 * half, height * half],
    ];
    const [x, y] = this.#locate(plane, ends[1]);
    const word = shape("text", { x: x + 5, y: y + 4, class: `figure-word space-word-${color}` });
    word.textContent = name;
    return [path(ends, `plane-line plane-${color} ${style}`), word];
  }

  /** @param {number} plane @param {number} half @param {{ text: string, at: Point }} word @returns {SVGElement} */
  #word(plane, half, { text, at }) {
    const [x, y] = this.#locate(plane, at);
    const isRight = at[0] > 0.8 * half;
    const made = shape("text", {
      x: x + (isRight ? -9 : 9),
      y: y + (at[1] > 0.85 * half ? 12 : at[1] < -0.85 * half ? -6 : 4),
      "text-anchor": isRight ? "end" : "start",
      class: "figure-word space-word-ink",
    });
    for (const letter of text) {
      const part = shape("tspan", { class: letter === "A" ? "plane-matrix" : "plane-vector" });
      part.textContent = letter;
      made.append(part);
    }
    return made;
  }
}
