// Ellipses of blocks of rows, and how far they reach in a direction that is dragged.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { around, LabelPlaces, pieces, widthOf } from "../kit/label_places.js";
import { writeWord } from "../kit/letters.js";
import { arrow, dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, pointed, path as sheetPath, word } from "../kit/plane_sheet.js";
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

/** @typedef {{ path: Point[], reached: Point[], color: string, name: string }} Shape */

/** @type {Record<string, string>} */
const LOOKS = { blue: "curve", purple: "curve is-dashed", orange: "firm" };
const NAMED = 13; // points from the tip to the middle of its name
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

export class EllipsesDrawing {
  #scene;
  #plane;
  #parts = shape("g", {});
  #places;
  #handle;

  /**
   * @param {EllipsesScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ turn: (to: Point) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(scene, place, { turn, nudge }) {
    this.#scene = scene;
    this.#plane = new Plane(scene.frame, place);
    this.#places = new LabelPlaces(place);
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
    const isFirst = state.count === 1;
    const shapes = [
      ...(isFirst ? [] : [this.#shape(before, state.direction, "blue", "read before")]),
      this.#shape(block, state.direction, "purple", isFirst ? "" : "this block"),
      this.#shape(all, state.direction, "orange", "together"),
    ];
    const start = this.#plane.locate([0, 0]);
    const tip = this.#plane.locate(state.direction);
    this.#places.begin([
      ...shapes.flatMap(({ path, reached }) => [...pieces(path), ...pieces(reached)]),
      ...shapes.flatMap(({ reached }) => reached.flatMap(around)),
      ...pieces([start, tip]),
      ...around(tip),
    ]);
    const dots = ["muted", "purple"].flatMap((color, i) =>
      rows[i].map((row) => dot(this.#plane.locate(row), 2.8, `plane-dot plane-${color}`)),
    );
    const rings = shapes.flatMap(({ reached: [, foot], color }) =>
      foot ? [dot(foot, 3.2, `plane-ring plane-${color}`)] : [],
    );
    const lines = shapes.flatMap((one) => linesOf(one));
    const ahead = arrow(start, tip, "ink", { width: "firm" });
    const names = shapes.filter(({ name }) => name).map((one) => this.#named(one, start));
    this.#parts.replaceChildren(
      ...dots,
      ...lines,
      ...ahead,
      ...rings,
      ...names,
      letter(start, tip),
    );
    placeHandle(this.#handle, tip, said);
  }

  /**
   * @param {import("./geometry.js").Products} G
   * @param {Point} v
   * @param {string} color
   * @param {string} name
   * @returns {Shape} on the sheet
   */
  #shape(G, v, color, name) {
    /** @param {Point[]} points */
    const located = (points) => points.map((point) => this.#plane.locate(point));
    return { path: located(ellipse(G)), reached: located(reach(G, v)), color, name };
  }

  /** @param {Shape} one @param {Point} center @returns {SVGElement} its name, outside of it */
  #named({ path, color, name }, [x, y]) {
    const half = widthOf(name) / 2;
    /** @type {Point[]} */
    const middles = path.flatMap(([u, v]) => {
      const size = Math.hypot(u - x, v - y);
      return size < 4 ? [] : [[u + ((u - x) / size) * (half + 7), v + ((v - y) / size) * 12 + 4]];
    });
    const at = this.#places.choose(middles.length > 0 ? middles : [[x + half + 7, y - 8]], name);
    return word(at, name, color, MIDDLE);
  }
}

/** @param {Shape} one @returns {SVGElement[]} an ellipse, and a segment from its farthest point */
function linesOf({ path, reached, color }) {
  const made = [sheetPath(path, `plane-${LOOKS[color]} plane-${color}`)];
  if (reached.length > 0) made.push(sheetPath(reached, `plane-light plane-${color}`));
  return made;
}

/** @param {Point} start @param {Point} tip @returns {SVGElement} the name of the arrow, before it */
function letter(start, tip) {
  const size = Math.hypot(tip[0] - start[0], tip[1] - start[1]);
  const [x, y] = [0, 1].map((i) => tip[i] + (NAMED * (tip[i] - start[i])) / size);
  const name = word([x, y + 4], "", "ink", MIDDLE);
  writeWord(name, "v", "v");
  return name;
}
