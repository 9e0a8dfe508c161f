// Two planes side by side with two subspaces each, and handles for a vector in either.
import { makeHandle, placeHandle } from "./handle.js";
import { LabelPlaces } from "./label_places.js";
import { Pane } from "./panes.js";
import { arrow } from "./plane_parts.js";
import { makeSheet, word, writeLetters } from "./plane_sheet.js";
import { shape } from "./svg.js";

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {{ name: string, color: string, dimension: number, direction: Point | null }} Space */
/** @typedef {{ from: Point, to: Point, color: string, width?: "thick" | "thin" }} Arrow */
/**
 * @typedef {object} PlaneContent
 * @property {number} half of the side, in the plane's numbers
 * @property {[Space, Space]} spaces
 * @property {Arrow[]} arrows
 * @property {Point[]} [line] a thin one
 * @property {Point | null} ring
 * @property {{ text: string, at: Point }[]} words
 * @property {Point} handle
 * @property {string} said about the handle
 */
/**
 * @typedef {object} HandleActions
 * @property {(plane: number, to: Point) => void} drag to a point in the plane's numbers
 * @property {(plane: number, steps: Point) => void} nudge by steps, with keys
 * @property {() => void} settle dragging has ended
 */

const CORNER = 0.13; // side of the right angle's square

/** @param {Point} direction @param {number} half @returns {[Point, Point]} of a line's part in a pane */
function ends(direction, half) {
  const reach = half / Math.max(...direction.map(Math.abs));
  const [x, y] = direction.map((entry) => reach * entry);
  return [
    [-x, -y],
    [x, y],
  ];
}

export class MapDrawing {
  #places;
  #panes;
  #parts = shape("g", {});
  #handles;

  /**
   * @param {import("./widget.js").Place} place
   * @param {import("./plane_frame.js").Frame} frame
   * @param {HandleActions} actions
   */
  constructor(place, frame, actions) {
    this.#places = new LabelPlaces(place);
    this.#panes = [0, 1].map((side) => new Pane(place, frame, side));
    this.#handles = this.#panes.map((pane, plane) =>
      makeHandle({
        drag: (to) => actions.drag(plane, pane.pointed(sheet, to)),
        nudge: (steps) => actions.nudge(plane, steps),
        settle: actions.settle,
      }),
    );
    const sheet = makeSheet(place, [this.#parts, ...this.#handles]);
  }

  /** @param {[PlaneContent, PlaneContent]} planes */
  draw(planes) {
    const drawn = planes.flatMap((content, side) => this.#plane(this.#panes[side], content));
    this.#parts.replaceChildren(...drawn);
    planes.forEach(({ handle, said }, side) => {
      placeHandle(this.#handles[side], this.#panes[side].locate(handle), said);
    });
  }

  /** @param {Pane} pane @param {PlaneContent} content @returns {SVGElement[]} */
  #plane(pane, { half, spaces, arrows, line, ring, words }) {
    pane.half = half;
    const made = pane.ground();
    spaces.forEach((space, k) => {
      const style = k === 0 ? "" : "is-dashed";
      made.push(this.#space(pane, space, style));
      made.push(...this.#name(pane, space, style, -1.18 - 0.24 * k));
    });
    if (line?.length) made.push(pane.path(line, "plane-hair"));
    const [first, second] = spaces.map(({ direction }) => direction);
    if (first && second) made.push(pane.rightAngle(first, second, CORNER));
    for (const { from, to, color, width } of arrows) {
      made.push(...arrow(pane.locate(from), pane.locate(to), color, { width }));
    }
    this.#places.begin([
      ...arrows.map(({ from, to }) => this.#segment(pane, [from, to])),
      ...spaces.flatMap(({ dimension, direction }) => {
        if (dimension === 2 || !direction) return [];
        return [this.#segment(pane, ends(direction, half))];
      }),
    ]);
    if (ring) made.push(pane.dot(ring, 4.6, "plane-ring"));
    made.push(...words.map((letters) => this.#word(pane, letters)));
    return made;
  }

  /** @param {Pane} pane @param {[Point, Point]} points @returns {[Point, Point]} on the sheet */
  #segment(pane, [from, to]) {
    return [pane.locate(from), pane.locate(to)];
  }

  /** @param {Pane} pane @param {Space} space @param {string} style @returns {SVGElement} */
  #space(pane, { color, dimension, direction }, style) {
    if (dimension === 2) return pane.square(`plane-area plane-${color}`);
    if (!direction) return pane.dot([0, 0], 3.6, `plane-dot plane-${color}`);
    return pane.path(ends(direction, pane.half), `plane-line plane-${color} ${style}`);
  }

  /**
   * The name of a subspace under its plane, after a piece of its line.
   * @param {Pane} pane
   * @param {Space} space
   * @param {string} style
   * @param {number} height
   * @returns {SVGElement[]}
   */
  #name(pane, { name, color }, style, height) {
    const { half } = pane;
    /** @type {[Point, Point]} */
    const sample = [
      [-0.98 * half, height * half],
      [-0.72 * half, height * half],
    ];
    const [x, y] = pane.locate(sample[1]);
    const line = pane.path(sample, `plane-line plane-${color} ${style}`);
    return [line, word([x + 5, y + 4], name, color)];
  }

  /** @param {Pane} pane @param {{ text: string, at: Point }} letters @returns {SVGElement} */
  #word(pane, { text, at }) {
    const place = this.#places.place(pane.locate(at), text);
    const made = word(place, "", "ink", { "text-anchor": "middle" });
    writeLetters(made, text);
    return made;
  }
}
