// Points, the mean of a Gaussian process with its band, and draws through the points.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { locate, makeSheet, path, pointed } from "../kit/plane_sheet.js";
import { outline, shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/ticked_ground.js").Ground} Ground */
/**
 * @typedef {object} Content
 * @property {Point[]} points
 * @property {Point[]} band its edge, all around
 * @property {Point[][]} curve
 * @property {Point[][][]} draws the paths of each
 * @property {string[]} said of the points
 */
/**
 * @typedef {object} Actions
 * @property {(i: number, to: Point) => void} drag
 * @property {(i: number, steps: Point) => void} nudge
 */

export class BandDrawing {
  #ground;
  #place;
  #parts = shape("g", {});
  #handles;

  /**
   * @param {Ground} ground
   * @param {import("../kit/widget.js").Place} place
   * @param {number} count of the points
   * @param {Actions} actions
   */
  constructor(ground, place, count, { drag, nudge }) {
    this.#ground = ground;
    this.#place = place;
    this.#handles = Array.from({ length: count }, (_, i) =>
      makeHandle(
        {
          drag: (to) => drag(i, pointed(ground.frame, sheet, to)),
          nudge: (steps) => nudge(i, steps),
        },
        { color: "blue" },
      ),
    );
    const [left, , right] = ground.view;
    const level = this.#draw(
      [
        [
          [left, 0],
          [right, 0],
        ],
      ],
      "plane-zero",
    );
    const parts = [tickedGround(ground, place), ...level, this.#parts, ...this.#handles];
    const sheet = makeSheet(place, parts);
  }

  /** @param {Point} point @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#ground.frame, this.#place, point);
  }

  /** @param {Point[][]} paths @param {string} look @returns {SVGElement[]} */
  #draw(paths, look) {
    return paths.map((line) =>
      path(
        line.map((point) => this.#locate(point)),
        look,
      ),
    );
  }

  /** @param {Content} content */
  draw({ points, band, curve, draws, said }) {
    const around = band.map((point) => this.#locate(point));
    this.#parts.replaceChildren(
      shape("path", { d: `${outline(around)}Z`, class: "plane-area plane-orange" }),
      ...draws.flatMap((paths) => this.#draw(paths, "plane-light plane-ink")),
      ...this.#draw(curve, "plane-thick plane-orange"),
    );
    points.forEach((point, i) => {
      placeHandle(this.#handles[i], this.#locate(point), said[i]);
    });
  }
}
