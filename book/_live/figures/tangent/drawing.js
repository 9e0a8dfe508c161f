// Level curves of a product, the line that its tangent asks for, and both ways from a start.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces, pieces } from "../kit/label_places.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { Grid } from "../kit/plane_grid.js";
import { dot, rightAngle } from "../kit/plane_parts.js";
import { makeSheet, Plane, path, pointed, word, writeLetters } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Content
 * @property {Frame} frame
 * @property {boolean} isZoomed numbers at the grid would be long
 * @property {Point} start
 * @property {Point} nearest
 * @property {Point[]} way of the network
 * @property {number[]} levels the first one is the target
 * @property {string} line
 * @property {string} said
 */

const STEPS = 60; // of a level curve
const APART = 14; // points between two marks with a name each
const AT = 0.2; // of the line, where its equation stands
const MIDDLE = { "text-anchor": "middle" };

export class TangentDrawing {
  #place;
  #places;
  #grid;
  #parts = shape("g", {});
  #handle;

  /**
   * @param {Frame} home
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (to: Point) => void, nudge: (steps: Point) => void }} actions
   */
  constructor(home, place, { drag, nudge }) {
    this.#place = place;
    this.#places = new LabelPlaces(place);
    this.#grid = new Grid(place);
    this.#handle = makeHandle({ drag: (to) => drag(pointed(home, sheet, to)), nudge });
    const sheet = makeSheet(place, [this.#grid.element, this.#parts, this.#handle]);
    sheet.classList.add("is-cut");
  }

  /** @param {Content} content */
  draw({ frame, isZoomed, start, nearest, way, levels, line, said }) {
    this.#grid.show(frame);
    this.#grid.element.setAttribute("class", isZoomed ? "is-unnumbered" : "");
    const plane = new Plane(frame, this.#place);
    const along = /** @type {Point} */ ([start[0], -start[1]]);
    const ends = (start.some(Boolean) ? lineInFrame(nearest, along, frame) : []).map((end) =>
      plane.locate(end),
    );
    const [from, foot, end] = [start, nearest, way[way.length - 1]].map((p) => plane.locate(p));
    const track = way.map((point) => plane.locate(point));
    this.#places.begin([...pieces(ends), [from, foot], ...pieces(track)]);
    const isApart = Math.hypot(from[0] - foot[0], from[1] - foot[1]) > APART;
    const areApart = Math.hypot(end[0] - foot[0], end[1] - foot[1]) > APART;
    this.#parts.replaceChildren(
      ...levels.map((level) => plane.path(levelCurve(level, frame), "plane-hair plane-muted")),
      ...(isZoomed ? [] : this.#axes(plane, frame)),
      ...(ends.length ? [path(ends, "plane-firm plane-blue")] : []),
      path([from, foot], "plane-line plane-purple is-dashed"),
      ...(isApart && ends.length ? rightAngle(foot, ends[0], from) : []),
      path(track, "plane-firm plane-orange"),
      dot(end, 3.5, "plane-dot plane-orange"),
      dot(foot, 3.5, "plane-ring plane-orange"),
      ...(areApart ? [this.#word("tangent", foot, "orange")] : []),
      ...(isApart ? [this.#word("network", end, "orange")] : []),
      this.#word("w₀", from, "ink"),
      ...(ends.length ? [this.#word(line, onLine(ends), "blue")] : []),
    );
    placeHandle(this.#handle, from, said);
  }

  /** @param {Plane} plane @param {Frame} frame @returns {SVGElement[]} the names of the axes */
  #axes(plane, [, , right, top]) {
    const [[x, y], [u, v]] = [plane.locate([right, 0]), plane.locate([0, top])];
    return [
      word([x - 4, y - 8], "w₁", "muted", { "text-anchor": "end" }),
      word([u + 6, v + 14], "w₂", "muted"),
    ];
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    const made = word(this.#places.place(at, text), text, color, MIDDLE);
    if (text.length < 3) writeLetters(made, text);
    return made;
  }
}

/** @param {Point[]} ends @returns {Point} */
function onLine([[x, y], [u, v]]) {
  const [[s, t], [p, q]] =
    x < u
      ? [
          [x, y],
          [u, v],
        ]
      : [
          [u, v],
          [x, y],
        ];
  return [s + AT * (p - s), t + AT * (q - t)];
}

/**
 * The part in view of the curve of all points of the first quarter with a product.
 * @param {number} level
 * @param {Frame} frame
 * @returns {Point[]}
 */
export function levelCurve(level, [left, bottom, right, top]) {
  if (level < 1e-9) {
    return [
      [0, top],
      [0, 0],
      [right, 0],
    ];
  }
  const least = Math.max(left, level / top, 1e-9);
  const most = Math.min(right, bottom > 0 ? level / bottom : right);
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const x = least * (most / least) ** (k / STEPS);
    return /** @type {Point} */ ([x, level / x]);
  });
}
