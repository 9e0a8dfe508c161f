// The curve of one entry against ε as the static drawing has it, and a ring that moves on it.
import { format } from "../../shared/rational.js";
import { makeHandle, placeHandle } from "../kit/handle.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { ringAt } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {object} JumpScene
 * @property {string} epsilon
 * @property {number} reach of ε in the picture
 * @property {number} high of the entry
 * @property {{ x: Ticks, y: Ticks }} ticks
 * @property {[Point[], Point[]]} branches
 * @property {Point} single the point between them
 * @property {[text: string, x: number, y: number, color: string][]} words by their middles
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

export class JumpDrawing {
  #scene;
  #plane;
  #ring = shape("circle", { r: 5.2, class: "plane-ring" });
  #handle;

  /**
   * @param {JumpScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (epsilon: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#handle = makeHandle({
      drag: (to) => drag(pointed(scene.frame, sheet, to)[0]),
      nudge: ([across]) => nudge(across),
    });
    const parts = [...this.#grid(), ...this.#curves(), ...this.#words()];
    const sheet = makeSheet(place, [...parts, this.#ring, this.#handle]);
  }

  /** @returns {SVGElement[]} lines with their numbers, the axes among them */
  #grid() {
    const { reach, high, ticks } = this.#scene;
    const view = /** @type {import("../kit/plane_frame.js").Frame} */ ([
      -reach,
      -high,
      reach,
      high,
    ]);
    return numberedLines(ticks, view, (point) => this.#plane.locate(point));
  }

  /** @returns {SVGElement[]} */
  #curves() {
    const { branches, single } = this.#scene;
    return [
      ...branches.map((branch) => this.#plane.path(branch, "plane-thick plane-blue")),
      dot(this.#plane.locate(single), 4, "plane-dot plane-orange"),
    ];
  }

  /** @returns {SVGElement[]} */
  #words() {
    const look = { "text-anchor": "middle", "dominant-baseline": "central" };
    return this.#scene.words.map(([text, x, y, color]) =>
      word(this.#plane.locate([x, y]), text, color, look),
    );
  }

  /** @param {Rational} epsilon */
  draw(epsilon) {
    const { reach, high } = this.#scene;
    const [x, y] = this.#plane.locate(ringAt(epsilon, reach, high));
    this.#ring.setAttribute("cx", x.toFixed(2));
    this.#ring.setAttribute("cy", y.toFixed(2));
    placeHandle(this.#handle, [x, y], `ε = ${format(epsilon)}: arrow keys move it`);
  }
}
