// Two panes side by side: the unit circle with a point to turn, and its image.
import { makeHandle, placeHandle } from "../kit/handle.js";
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

const AWAY = 13; // points from the tip of an arrow to the middle of its name
const CLOSE = 0.3; // radians between two arrows whose names would collide
const CORNER = 0.12; // side of the right angle's square

export class CircleDrawing {
  #panes;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {import("../kit/widget.js").Place} place
   * @param {import("../kit/plane_frame.js").Frame} frame
   * @param {{ turn: (degrees: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(place, frame, { turn, nudge }) {
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
    for (const { to, color, width } of arms) {
      made.push(...arrow(pane.locate([0, 0]), pane.locate(to), color, { width }));
      if (Math.hypot(...to) === 0) made.push(pane.dot(to, 3, `plane-dot plane-${color}`));
    }
    if (pane === this.#panes[1]) made.push(pane.dot(arms[2].to, 2.6, "plane-dot plane-ink"));
    return [...made, ...arms.map((arm, i) => this.#word(pane, arm, i === 2 ? arms : []))];
  }

  /**
   * The name of an arrow beyond its tip, turned away from the arrows that it must not meet.
   * @param {Pane} pane
   * @param {Arm} arm
   * @param {Arm[]} others
   * @returns {SVGElement}
   */
  #word(pane, { to, color, text }, others) {
    const [x, y] = pane.locate(to);
    let turn = Math.hypot(...to) === 0 ? 2.4 : Math.atan2(to[1], to[0]);
    for (const other of others.slice(0, 2)) {
      const gap = Math.atan2(other.to[1], other.to[0]) - turn;
      const around = Math.atan2(Math.sin(gap), Math.cos(gap));
      if (Math.hypot(...other.to) > 0 && Math.abs(around) < CLOSE) turn -= around < 0 ? -1.2 : 1.2;
    }
    const reach = AWAY + (text.length > 2 ? 4 * Math.abs(Math.cos(turn)) : 0);
    const at = /** @type {Point} */ ([
      x + reach * Math.cos(turn),
      Math.max(10, y + 4 - reach * Math.sin(turn)),
    ]);
    const made = word(at, "", color, { "text-anchor": "middle" });
    writeLetters(made, text);
    return made;
  }
}
