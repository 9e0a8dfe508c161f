// The ground of measured data: a grid with its numbers, and the names of the quantities.
import { locate, path, word } from "./plane_sheet.js";
import { shape } from "./svg.js";

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {import("./plane_frame.js").Frame} Frame */
/**
 * @typedef {object} Ground
 * @property {[string, string]} names of the coordinates
 * @property {Frame} view that the grid fills
 * @property {[number[], number[]]} ticks
 * @property {Frame} frame of the whole picture
 */

const DIGIT = 6; // points
const BELOW = 16; // points from the view to the base line of a number
const BEFORE = 6; // points from a number's end to the view
const MIDDLE = { "text-anchor": "middle" };
const ENDS = { "text-anchor": "end" };

/** @param {number} number @returns {string} with a real minus */
function written(number) {
  return String(number).replace("-", "−");
}

/**
 * Lines through ticks that come with their text, the numbers outside the view.
 * @param {{ x: [number, string][], y: [number, string][] }} ticks
 * @param {Frame} view that the lines cross
 * @param {(point: Point) => Point} placeOf
 * @returns {SVGElement[]}
 */
export function numberedLines(ticks, [left, bottom, right, top], placeOf) {
  /** @type {(value: number, from: Point, to: Point) => SVGElement} */
  const line = (value, from, to) =>
    path([placeOf(from), placeOf(to)], value === 0 ? "plane-zero" : "plane-frame");
  const upright = ticks.x.flatMap(([x, text]) => {
    const [u, v] = placeOf([x, bottom]);
    return [line(x, [x, bottom], [x, top]), word([u, v + BELOW], text, "muted", MIDDLE)];
  });
  const level = ticks.y.flatMap(([y, text]) => {
    const [u, v] = placeOf([left, y]);
    return [line(y, [left, y], [right, y]), word([u - BEFORE, v + 4], text, "muted", ENDS)];
  });
  return [...upright, ...level];
}

/**
 * @param {Ground} ground
 * @param {{ width: number, height: number }} size of the sheet
 * @returns {SVGElement}
 */
export function tickedGround({ names, view, ticks, frame }, size) {
  const [left, bottom, right, top] = view;
  /** @param {number} x @param {number} y @returns {Point} */
  const at = (x, y) => locate(frame, size, [x, y]);
  const made = shape("g", {});
  for (const x of ticks[0]) {
    const [u, v] = at(x, bottom);
    made.append(path([[u, v], at(x, top)], "plane-frame"));
    made.append(word([u, v + 15], written(x), "muted", MIDDLE));
  }
  for (const y of ticks[1]) {
    const [u, v] = at(left, y);
    made.append(path([[u, v], at(right, y)], "plane-frame"));
    made.append(word([u - 5, v + 4], written(y), "muted", ENDS));
  }
  const digits = Math.max(...ticks[1].map((y) => String(y).length));
  const [u, v] = at((left + right) / 2, bottom);
  const [s, t] = at(left, (bottom + top) / 2);
  const x = s - 13 - DIGIT * digits;
  const turned = { ...MIDDLE, transform: `rotate(-90 ${x} ${t})` };
  made.append(word([u, v + 30], names[0], "ink", MIDDLE), word([x, t], names[1], "ink", turned));
  return made;
}
