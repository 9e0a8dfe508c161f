// Points, a line held at two places, and the squares of what it misses.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { makeSheet, Plane, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/ticked_ground.js").Ground} Ground */
/** @typedef {{ label: string, value?: import("../kit/handle.js").HandleValue }} Said */
/**
 * @typedef {object} FitContent
 * @property {Point[]} points
 * @property {number[]} misses
 * @property {string[]} areas
 * @property {number} slope
 * @property {Point[]} ends where the line is held
 * @property {Said[]} said of the points, then of the two ends
 */
/**
 * @typedef {object} FitActions
 * @property {(i: number, to: Point) => void} drag a point, or beyond them an end
 * @property {(i: number, steps: Point) => void} nudge
 */

const ROOM = 19; // points that a square's side needs to bear its area

export class FitDrawing {
  #ground;
  #plane;
  #squares = shape("g", {});
  #handles;

  /**
   * @param {Ground} ground
   * @param {import("../kit/widget.js").Place} place
   * @param {number} count of the points
   * @param {FitActions} actions
   */
  constructor(ground, place, count, { drag, nudge }) {
    this.#ground = ground;
    this.#plane = new Plane(ground.frame, place);
    this.#handles = Array.from({ length: count + 2 }, (_, i) =>
      makeHandle(
        {
          drag: (to) => drag(i, pointed(ground.frame, sheet, to)),
          nudge: (steps) => nudge(i, steps),
        },
        i < count ? { color: "blue" } : { color: "orange", role: "spinbutton" },
      ),
    );
    const held = [...this.#handles.slice(count), ...this.#handles.slice(0, count)];
    const sheet = makeSheet(place, [tickedGround(ground, place), this.#squares, ...held]);
    sheet.classList.add("is-cut");
  }

  /** @param {FitContent} content */
  draw({ points, misses, areas, slope, ends, said }) {
    const line = lineInFrame(ends[0], [1, slope], this.#ground.view);
    this.#squares.replaceChildren(
      ...points.flatMap((point, i) => this.#square(point, misses[i], areas[i])),
      ...(line.length ? [this.#plane.path(line, "plane-thick plane-orange")] : []),
    );
    [...points, ...ends].forEach((point, i) => {
      const { label, value } = said[i];
      placeHandle(this.#handles[i], this.#plane.locate(point), label, value);
    });
  }

  /**
   * The square on a miss, to the right of its point; square to the eye, whatever the scales.
   * @param {Point} point
   * @param {number} miss
   * @param {string} area
   * @returns {SVGElement[]}
   */
  #square([x, y], miss, area) {
    if (miss === 0) return [];
    const [[left, first], [, second]] = [
      this.#plane.locate([x, y]),
      this.#plane.locate([x, y - miss]),
    ];
    const [top, low] = [Math.min(first, second), Math.max(first, second)];
    const side = low - top;
    /** @type {Point[]} */
    const corners = [
      [left, low],
      [left + side, low],
      [left + side, top],
      [left, top],
      [left, low],
    ];
    const middle = { "text-anchor": "middle" };
    const at = /** @type {Point} */ ([left + side / 2, top + side / 2 + 4]);
    return [
      path(corners, "plane-area plane-purple"),
      path(corners, "plane-light plane-purple is-dashed"),
      ...(side > ROOM && side > 6 * area.length ? [word(at, area, "purple", middle)] : []),
    ];
  }
}
