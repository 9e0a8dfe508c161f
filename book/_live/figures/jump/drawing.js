// The curve of one entry against ε as the static drawing has it, and a ring that moves on it.
import { format } from "../../shared/rational.js";
import { makeHandle, placeHandle } from "../kit/handle.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
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

const BELOW = 16; // points from the lower edge to the base line of a number
const BEFORE = 6; // points from the left edge to the end of a number

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
    /** @param {number} value */
    const name = (value) => (value === 0 ? "plane-zero" : "plane-frame");
    const upright = ticks.x.flatMap(([x, text]) => {
      /** @type {Point[]} */
      const ends = [
        [x, -high],
        [x, high],
      ];
      const [u, v] = this.#plane.locate(ends[0]);
      const number = word([u, v + BELOW], text, "muted", { "text-anchor": "middle" });
      return [this.#plane.path(ends, name(x)), number];
    });
    const level = ticks.y.flatMap(([y, text]) => {
      /** @type {Point[]} */
      const ends = [
        [-reach, y],
        [reach, y],
      ];
      const [u, v] = this.#plane.locate(ends[0]);
      const number = word([u - BEFORE, v + 4], text, "muted", { "text-anchor": "end" });
      return [this.#plane.path(ends, name(y)), number];
    });
    return [...upright, ...level];
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
