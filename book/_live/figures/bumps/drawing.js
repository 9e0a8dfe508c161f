// Points with a bump over each, the sum of the bumps, and what it misses.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/ticked_ground.js").Ground} Ground */
/**
 * @typedef {object} Content
 * @property {Point[]} points
 * @property {number[]} alpha heights of the bumps
 * @property {number[]} fitted values at the points
 * @property {Point[][][]} bumps the paths of each
 * @property {Point[][]} curve
 * @property {string[]} said of the points
 */
/**
 * @typedef {object} Actions
 * @property {(i: number, to: Point) => void} drag
 * @property {(i: number, steps: Point) => void} nudge
 */

const SPARSE = 5; // every so many points of a curve labels keep clear of
const LOWERED = "₁₂₃₄₅₆";

export class BumpsDrawing {
  #ground;
  #place;
  #places;
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
    const [left, bottom, right, top] = ground.view;
    const corners = /** @type {Point[]} */ ([[left, top], [right, bottom]]); // biome-ignore format: short
    const [[west, north], [east, south]] = corners.map((point) => this.#locate(point));
    this.#places = new LabelPlaces(place, [west, north, east, south]);
    this.#handles = Array.from({ length: count }, (_, i) =>
      makeHandle(
        {
          drag: (to) => drag(i, pointed(ground.frame, sheet, to)),
          nudge: (steps) => nudge(i, steps),
        },
        { color: "blue" },
      ),
    );
    /** @type {Point[]} */
    const axis = [
      [left, 0],
      [right, 0],
    ];
    const level = path(
      axis.map((point) => this.#locate(point)),
      "plane-thin plane-muted",
    );
    const parts = [tickedGround(ground, place), level, this.#parts, ...this.#handles];
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
  draw({ points, alpha, fitted, bumps, curve, said }) {
    const [, bottom, , top] = this.#ground.view;
    const misses = points.flatMap(([x, y], i) => {
      const end = Math.max(bottom, Math.min(top, fitted[i]));
      return Math.abs(y - end) > 1e-9
        ? [
            /** @type {Point[]} */ ([
              [x, y],
              [x, end],
            ]),
          ]
        : [];
    });
    const kept = [...bumps.flat(), ...curve].map((line) =>
      line.filter((_, k) => k % SPARSE === 0).map((point) => this.#locate(point)),
    );
    const discs = points.flatMap((point) => around(this.#locate(point)));
    this.#places.begin([...kept.flatMap(pieces), ...discs]);
    const words = points.flatMap(([x], i) =>
      alpha[i] > bottom && alpha[i] < top ? [this.#name(i, [x, alpha[i]])] : [],
    );
    this.#parts.replaceChildren(
      ...bumps.flatMap((paths) => this.#draw(paths, "plane-thin plane-ink")),
      ...this.#draw(curve, "plane-thick plane-orange"),
      ...this.#draw(misses, "plane-light plane-purple is-dashed"),
      ...words,
    );
    points.forEach((point, i) => {
      placeHandle(this.#handles[i], this.#locate(point), said[i]);
    });
  }

  /** @param {number} i @param {Point} top of the bump @returns {SVGElement} */
  #name(i, top) {
    const text = `α${LOWERED[i]}`;
    const at = this.#places.place(this.#locate(top), text, text);
    return word(at, text, "ink", { "text-anchor": "middle" });
  }
}
