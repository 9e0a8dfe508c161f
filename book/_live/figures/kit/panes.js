// Two square panes side by side, each with its own numbers, as figures of a 2×2 matrix have them.
import { dot } from "./plane_parts.js";
import { locate, path, pointed } from "./plane_sheet.js";

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {import("./plane_frame.js").Frame} Frame */

const CENTERS = [-1.14, 1.14]; // of the panes, whose half sides are 1

export class Pane {
  #place;
  #frame;
  #center;
  /** Half of the side, in the pane's numbers. */
  half = 1;

  /** @param {import("./widget.js").Place} place @param {Frame} frame @param {number} side 0 or 1 */
  constructor(place, frame, side) {
    this.#place = place;
    this.#frame = frame;
    this.#center = CENTERS[side];
  }

  /** @param {Point} point in the pane's numbers @returns {Point} on the sheet */
  locate([x, y]) {
    return locate(this.#frame, this.#place, [this.#center + x / this.half, y / this.half]);
  }

  /** @param {SVGElement} sheet @param {import("./handle.js").Pointer} to @returns {Point} in the pane's numbers */
  pointed(sheet, to) {
    const [x, y] = pointed(this.#frame, sheet, to);
    return [this.half * (x - this.#center), this.half * y];
  }

  /** @param {Point[]} points in the pane's numbers @param {string} name @returns {SVGElement} */
  path(points, name) {
    return path(
      points.map((point) => this.locate(point)),
      name,
    );
  }

  /** @param {string} name @returns {SVGElement} the square that bounds the pane */
  square(name) {
    const { half } = this;
    /** @type {Point[]} */
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ];
    return this.path([...corners, corners[0]], name);
  }

  /** @returns {SVGElement[]} the square and the axes */
  ground() {
    const { half } = this;
    /** @type {Point[][]} */
    const [across, up] = [
      [
        [-half, 0],
        [half, 0],
      ],
      [
        [0, -half],
        [0, half],
      ],
    ];
    const axes = [across, up].map((axis) => this.path(axis, "plane-axis"));
    return [this.square("plane-frame"), ...axes];
  }

  /**
   * @param {Point} first
   * @param {Point} second orthogonal to the first
   * @param {number} side of the little square, as a part of the half side
   * @returns {SVGElement} the mark of a right angle at the center
   */
  rightAngle(first, second, side) {
    const [u, v] = [first, second].map((vector) =>
      vector.map((entry) => (side * this.half * entry) / Math.hypot(...vector)),
    );
    /** @type {Point[]} */
    const corner = [
      [u[0], u[1]],
      [u[0] + v[0], u[1] + v[1]],
      [v[0], v[1]],
    ];
    return this.path(corner, "plane-corner");
  }

  /** @param {Point} point @param {number} r @param {string} name @returns {SVGElement} */
  dot(point, r, name) {
    return dot(this.locate(point), r, name);
  }
}
