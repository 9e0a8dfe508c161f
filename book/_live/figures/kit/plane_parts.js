// What drawings of a plane are made of: arrows and the marks of right angles.
import { outline, shape } from "./svg.js";

/** @typedef {import("./svg.js").Point} Point */
/**
 * @typedef {object} ArrowLook
 * @property {"thick" | "firm" | "thin" | "light"} [width]
 * @property {number} [short] points by which the tip stays before the end
 * @property {boolean} [isDashed]
 */

/** @type {Record<string, number>} points, as live-figures.css has them */
const WIDTHS = { thick: 2.6, firm: 2, thin: 1.4, light: 1.2 };
// Matplotlib's heads: triangles 7 points long, with an outline as wide as the arrow around them.
const HEAD = 7;
const OUTLINE = 1.74; // by which the head grows with the width
const WING = 0.44; // half of the head's width, as a part of its length
const CORNER = 9; // side of a right angle's square in points

/** @param {Point} from @param {Point} to @returns {Point} the direction of length 1 */
function unit(from, to) {
  const size = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[0] - from[0]) / size, (to[1] - from[1]) / size];
}

/** @param {Point} from @param {number} way @param {Point} direction @returns {Point} */
function along(from, way, direction) {
  return [from[0] + way * direction[0], from[1] + way * direction[1]];
}

/**
 * An arrow between two points of the drawing; nothing if they are one point to the eye.
 * @param {Point} start
 * @param {Point} end
 * @param {string} color
 * @param {ArrowLook} [look]
 * @returns {SVGElement[]}
 */
export function arrow(start, end, color, { width = "thick", short = 0, isDashed = false } = {}) {
  const size = Math.hypot(end[0] - start[0], end[1] - start[1]) - short;
  if (size < 0.5) return [];
  const ahead = unit(start, end);
  const head = Math.min(HEAD + OUTLINE * WIDTHS[width], size);
  const [neck, tip] = [along(start, size - head, ahead), along(start, size, ahead)];
  const wing = WING * head;
  const wings = [wing, -wing].map((way) => along(neck, way, [-ahead[1], ahead[0]]));
  const name = `plane-${color}`;
  const line = `plane-${width} ${name}${isDashed ? " is-dashed" : ""}`;
  return [
    shape("path", { d: outline([start, neck]), class: line }),
    shape("path", { d: `${outline([tip, ...wings])}Z`, class: `plane-head ${name}` }),
  ];
}

/**
 * The square of a right angle; nothing if a leg is shorter than its side.
 * @param {Point} corner
 * @param {Point} first the end of a leg
 * @param {Point} second
 * @returns {SVGElement[]}
 */
export function rightAngle(corner, first, second) {
  const legs = [first, second].map(([x, y]) => Math.hypot(x - corner[0], y - corner[1]));
  if (Math.min(...legs) < CORNER) return [];
  const [u, v] = [unit(corner, first), unit(corner, second)];
  const start = along(corner, CORNER, u);
  const square = [start, along(start, CORNER, v), along(corner, CORNER, v)];
  return [shape("path", { d: outline(square), class: "plane-corner" })];
}

/** @param {Point} at @param {number} r @param {string} name @returns {SVGElement} */
export function dot([x, y], r, name) {
  return shape("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r, class: name });
}
