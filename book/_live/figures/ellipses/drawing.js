// Ellipses of blocks of rows, and how far they reach in a direction that is dragged.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { writeWord } from "../kit/letters.js";
import { arrow, dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { numberedLines } from "../kit/ticked_ground.js";
import { ellipse, parts, reach } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[value: number, text: string][]} Ticks */
/**
 * @typedef {import("./geometry.js").Blocks & {
 *   view: [number, number, number, number], ticks: { x: Ticks, y: Ticks },
 *   frame: import("../kit/plane_frame.js").Frame }} EllipsesScene
 */

const NAMED = 13; // points from the tip to the middle of its name
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };
const PLACES = [5, 23, 41, 59]; // of names on an ellipse of 72 steps

export class EllipsesDrawing {
  #scene;
  #plane;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {EllipsesScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ turn: (to: Point) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(scene, place, { turn, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#handle = makeHandle({ drag: (to) => turn(pointed(scene.frame, sheet, to)), nudge });
    const sheet = makeSheet(place, [...this.#ground(), this.#parts, this.#handle]);
  }

  /** @returns {SVGElement[]} lines with their numbers, and the names of the axes */
  #ground() {
    const { ticks, view } = this.#scene;
    const [u, v] = this.#plane.locate([view[2], 0]);
    const [s, t] = this.#plane.locate([0, view[3]]);
    const names = [word([u - 4, v - 8], "", "muted", ENDS), word([s + 6, t + 14], "", "muted")];
    for (const [i, name] of names.entries()) writeWord(name, `x${"₁₂"[i]}`, "");
    return [...numberedLines(ticks, view, (point) => this.#plane.locate(point)), ...names];
  }

  /** @param {import("./geometry.js").Blocks} state @param {string} said */
  draw(state, said) {
    const { rows, before, block, all } = parts(state);
    const v = state.direction;
    const isFirst = state.count === 1;
    const [start, tip] = [[0, 0], v].map((point) =>
      this.#plane.locate(/** @type {Point} */ (point)),
    );
    const size = Math.hypot(tip[0] - start[0], tip[1] - start[1]);
    const [x, y] = [0, 1].map((i) => tip[i] + (NAMED * (tip[i] - start[i])) / size);
    const name = word([x, y + 4], "", "ink", MIDDLE);
    writeWord(name, "v", "v");
    this.#parts.replaceChildren(
      ...["muted", "purple"].flatMap((color, i) =>
        rows[i].map((row) => dot(this.#plane.locate(row), 2.8, `plane-dot plane-${color}`)),
      ),
      ...(isFirst ? [] : this.#ellipse(before, v, "blue", "read before", 1)),
      ...this.#ellipse(block, v, "purple is-dashed", isFirst ? "" : "this block", 2),
      ...this.#ellipse(all, v, "orange plane-firm", "together", 0),
      ...arrow(start, tip, "ink", { width: "firm" }),
      name,
    );
    placeHandle(this.#handle, tip, said);
  }

  /**
   * An ellipse, its name, and a ring to which it reaches in the direction.
   * @param {import("./geometry.js").Products} G
   * @param {Point} v
   * @param {string} look
   * @param {string} name
   * @param {number} side where the name stands
   * @returns {SVGElement[]}
   */
  #ellipse(G, v, look, name, side) {
    const path = ellipse(G);
    const made = [this.#plane.path(path, `plane-curve plane-${look}`)];
    const color = look.split(" ")[0];
    const [touch, foot] = reach(G, v);
    if (touch) {
      made.push(this.#plane.path([touch, foot], `plane-light plane-${color}`));
      made.push(dot(this.#plane.locate(foot), 3.2, `plane-ring plane-${color}`));
    }
    if (name) {
      const [x, y] = this.#plane.locate(path[PLACES[side]]);
      const [ox] = this.#plane.locate([0, 0]);
      const outward = x < ox ? ENDS : {};
      made.push(word([x + (x < ox ? -6 : 6), y + (side === 1 ? -5 : 5)], name, color, outward));
    }
    return made;
  }
}
