// Two panes side by side: the unit circle with a point to turn, and its image.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { Pane } from "../kit/panes.js";
import { arrow } from "../kit/plane_parts.js";
import { makeSheet, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ to: Point, color: string, text: string, width?: "thick" | "thin" }} Arm */
/**
 * @typedef {object} PaneContent
 * @property {number} half of the side, in the pane's numbers
 * @property {Point[]} curve
 * @property {Arm[]} arms from the center
 */

const CORNER = 0.12; // side of the right angle's square

export class CircleDrawing {
  #panes;
  #places;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {import("../kit/widget.js").Place} place
   * @param {import("../kit/plane_frame.js").Frame} frame
   * @param {{ turn: (degrees: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(place, frame, { turn, nudge }) {
    this.#places = new LabelPlaces(place);
    this.#panes = [0, 1].map((side) => new Pane(place, frame, side));
    this.#handle = makeHandle({
      drag: (to) => {
        const [x, y] = this.#panes[0].pointed(sheet, to);
        turn((Math.atan2(y, x) * 180) / Math.PI);
      },
      nudge: ([across, up]) => nudge(across + up),
    });
    const sheet = makeSheet(place, [this.#parts, this.#handle]);
  }

  /** @param {[PaneContent, PaneContent]} contents @param {Point} held @param {string} said */
  draw(contents, held, said) {
    const drawn = contents.flatMap((content, side) => this.#content(this.#panes[side], content));
    this.#parts.replaceChildren(...drawn);
    placeHandle(this.#handle, this.#panes[0].locate(held), said);
  }

  /** @param {Pane} pane @param {PaneContent} content @returns {SVGElement[]} */
  #content(pane, { half, curve, arms }) {
    pane.half = half;
    const made = [...pane.ground(), pane.path(curve, "plane-curve plane-purple")];
    const [first, second] = arms.map(({ to }) => to);
    if (Math.hypot(...first) > 0 && Math.hypot(...second) > 0) {
      made.push(pane.rightAngle(first, second, CORNER));
    }
    const origin = pane.locate([0, 0]);
    const tips = arms.map(({ to }) => pane.locate(to));
    arms.forEach(({ color, width }, i) => {
      made.push(...arrow(origin, tips[i], color, { width }));
    });
    for (const { to, color } of arms) {
      if (Math.hypot(...to) === 0) made.push(pane.dot(to, 3, `plane-dot plane-${color}`));
    }
    if (pane === this.#panes[1]) made.push(pane.dot(arms[2].to, 2.6, "plane-dot plane-ink"));
    /** @type {import("../kit/label_places.js").Segment[]} */
    const lines = [
      ...curve.slice(1).map((to, k) => /** @type {const} */ ([curve[k], to])),
      ...arms.map(({ to }) => /** @type {const} */ ([[0, 0], to])),
    ].map(([from, to]) => [pane.locate([from[0], from[1]]), pane.locate(to)]);
    this.#places.begin(lines);
    return [...made, ...arms.map((arm, i) => this.#word(tips[i], arm))];
  }

  /** @param {Point} tip of an arrow @param {Arm} arm @returns {SVGElement} its name beside it */
  #word(tip, { color, text }) {
    const made = word(this.#places.place(tip, text, text), "", color, { "text-anchor": "middle" });
    writeLetters(made, text);
    return made;
  }
}
