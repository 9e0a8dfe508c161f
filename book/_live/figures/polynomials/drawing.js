// Points with the curves of two polynomials, cut at the edge of the grid.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { locate, makeSheet, path, pointed } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/ticked_ground.js").Ground} Ground */
/**
 * @typedef {object} Actions
 * @property {(i: number, to: Point) => void} drag
 * @property {(i: number, steps: Point) => void} nudge
 */

const LOOKS = ["plane-thick plane-orange", "plane-firm plane-purple is-dashed"];

export class PolynomialsDrawing {
  #ground;
  #place;
  #curves = shape("g", {});
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
    const sheet = makeSheet(place, [tickedGround(ground, place), this.#curves, ...this.#handles]);
  }

  /** @param {Point} point @returns {Point} of the drawing */
  #locate(point) {
    return locate(this.#ground.frame, this.#place, point);
  }

  /**
   * @param {Point[]} points
   * @param {Point[][][]} curves the paths of each
   * @param {string[]} said of the points
   */
  draw(points, curves, said) {
    const made = curves.flatMap((paths, k) =>
      paths.map((line) =>
        path(
          line.map((point) => this.#locate(point)),
          LOOKS[k],
        ),
      ),
    );
    this.#curves.replaceChildren(...made);
    points.forEach((point, i) => {
      placeHandle(this.#handles[i], this.#locate(point), said[i]);
    });
  }
}
