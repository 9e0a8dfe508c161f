// A numbered grid with its axes.
import { format } from "../../shared/rational.js";
import { gridLines } from "./plane_frame.js";
import { locate, path, word } from "./plane_sheet.js";
import { shape } from "./svg.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./plane_frame.js").Frame} Frame */
/** @typedef {import("./svg.js").Point} Point */
/** @typedef {{ width: number, height: number }} Size of the sheet */
/** @typedef {{ anchor: string, offset: Point }} Numbering how a number stands at its line's end */

const EDGE = [18, 14]; // points that numbers need before and below the lines
const HALF = 6; // points of a number on each side of its line
/** @type {Numbering} */
const BELOW = { anchor: "middle", offset: [0, 12] };
/** @type {Numbering} */
const BEFORE = { anchor: "end", offset: [-3, 4] };

export class Grid {
  #size;
  /** @type {Frame | null} */
  #frame = null;
  element = shape("g", {});

  /** @param {Size} size */
  constructor(size) {
    this.#size = size;
  }

  /** @param {Frame} frame made anew only if it is another: most of what a drag would draw is grid */
  show(frame) {
    if (this.#frame?.every((edge, i) => edge === frame[i])) return;
    this.#frame = frame;
    this.element.replaceChildren(...lines(frame, this.#size));
  }
}

/**
 * @param {Frame} frame
 * @param {Size} size
 * @returns {SVGElement[]}
 */
function lines(frame, size) {
  const [left, bottom, right, top] = frame;
  const [wide, high] = [right - left, top - bottom];
  const [across, up] = [wide / size.width, high / size.height]; // of a point
  const [low, base] = [left + EDGE[0] * across, bottom + EDGE[1] * up];
  const span = Math.max(wide, high);
  /** @param {Point[]} ends @param {Rational} value @param {Numbering} numbering */
  const line = (ends, value, { anchor, offset: [dx, dy] }) => {
    const [start, end] = ends.map((point) => locate(frame, size, point));
    const name = value.n === 0n ? "plane-zero" : "plane-frame";
    const look = { "text-anchor": anchor };
    const number = word([start[0] + dx, start[1] + dy], format(value), "muted", look);
    return [path([start, end], name), number];
  };
  const upright = gridLines(low, right - HALF * across, span).flatMap((x) => {
    const ends = /** @type {Point[]} */ ([base, top].map((y) => [x.valueOf(), y]));
    return line(ends, x, BELOW);
  });
  const level = gridLines(base, top - HALF * up, span).flatMap((y) => {
    const ends = /** @type {Point[]} */ ([low, right].map((x) => [x, y.valueOf()]));
    return line(ends, y, BEFORE);
  });
  return [...upright, ...level];
}
