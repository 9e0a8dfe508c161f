// Three filters over a logarithmic axis of σ, the singular values as marks, and a point to move.
import { makeHandle, placeSlider } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { descentFactor, ridgeFactor, stepsFor } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {object} FiltersScene
 * @property {number[]} sigma
 * @property {string} penalty
 * @property {[number, number]} view decimal logarithms of σ that are shown
 * @property {{ x: Ticks, y: Ticks }} ticks
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const POINTS = 120;
const RUG = 0.05; // height of the marks of singular values
const TOP = 1.15;

/** @param {string} text @returns {string} a power of ten as it is written in a line */
function power(text) {
  const raised = /^10\^\{(−?)(\d+)\}$/u.exec(text.replace("-", "−"));
  if (!raised) return text;
  const digits = [...raised[2]].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `10${raised[1] ? "⁻" : ""}${digits}`;
}

export class FiltersDrawing {
  #scene;
  #plane;
  #places;
  #parts = shape("g", {});
  #handle;
  #largest;

  /**
   * @param {FiltersScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (sigma: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#places = new LabelPlaces(place);
    this.#largest = Math.max(...scene.sigma);
    this.#handle = makeHandle(
      {
        drag: (to) => drag(10 ** pointed(scene.frame, sheet, to)[0]),
        nudge: ([across, up]) => nudge(across + up),
      },
      { color: "orange" },
    );
    const parts = [...this.#grid(), ...this.#marks(), this.#parts, this.#handle];
    const sheet = makeSheet(place, parts);
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #grid() {
    const { ticks, view } = this.#scene;
    const [left, right] = view;
    const powers = ticks.x.map(([x, text]) => /** @type {[number, string]} */ ([x, power(text)]));
    const lines = numberedLines({ ...ticks, x: powers }, [left, 0, right, TOP], (point) =>
      this.#plane.locate(point),
    );
    const [u, v] = this.#plane.locate([right, 0]);
    const [s, t] = this.#plane.locate([0, TOP]);
    const names = [
      word([u - 4, v - 12], "σ", "muted", { "text-anchor": "end" }),
      word([s + 6, t + 10], "f", "muted"),
    ];
    return [...lines, ...names];
  }

  /** @returns {SVGElement[]} the singular values on the axis */
  #marks() {
    return this.#scene.sigma.map((value) => {
      const x = Math.log10(value);
      const ends = /** @type {Point[]} */ ([0, RUG].map((y) => [x, y]));
      return this.#plane.path(ends, "plane-light plane-blue");
    });
  }

  /** @param {number} penalty @param {import("../kit/handle.js").Said} said */
  draw(penalty, said) {
    const [left, right] = this.#scene.view;
    const half = Math.log10(penalty) / 2;
    const steps = stepsFor(this.#largest, penalty);
    const grid = Array.from({ length: POINTS + 1 }, (_, k) => left + ((right - left) * k) / POINTS);
    /** @type {(factor: (sigma: number) => number) => Point[]} */
    const curve = (factor) => grid.map((x) => [x, factor(10 ** x)]);
    const ridge = curve((sigma) => ridgeFactor(sigma, penalty));
    const descent = curve((sigma) => descentFactor(sigma, this.#largest, steps));
    const cut = /** @type {Point[]} */ ([
      [left, 0],
      [half, 0],
      [half, 1],
      [right, 1],
    ]);
    const at = this.#plane.locate([half, 0.5]);
    const lines = [ridge, descent, cut].flatMap((points) => {
      const kept = points.filter((_, k) => points === cut || k % 4 === 0);
      return pieces(kept.map((point) => this.#plane.locate(point)));
    });
    this.#places.begin([...lines, ...around(at)]);
    this.#parts.replaceChildren(
      this.#plane.path(cut, "plane-line plane-purple is-dashed"),
      this.#plane.path(descent, "plane-line plane-ink is-dotted"),
      this.#plane.path(ridge, "plane-thick plane-orange"),
      this.#word("ridge", [half - 0.45, ridgeFactor(10 ** (half - 0.45), penalty)], "orange"),
      this.#word("cut", [half, 0.8], "purple"),
      this.#word("descent", [half + 0.35, 1.04], "ink"),
    );
    placeSlider(this.#handle, at, said);
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    const place = this.#places.place(this.#plane.locate(at), text);
    return word(place, text, color, { "text-anchor": "middle" });
  }
}
