// The sheet that a figure draws on: an SVG, where the points of the plane lie on it, and words.
import { writeWord } from "./letters.js";
import { outline, shape } from "./svg.js";

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {import("./widget.js").Place} Place */
/** @typedef {import("./plane_frame.js").Frame} Frame */

/**
 * Put an SVG with the parts where the figure is built.
 * @param {Place} place
 * @param {SVGElement[]} parts
 * @param {"group" | "img"} [role] an image has nothing to focus inside
 * @returns {SVGSVGElement}
 */
export function makeSheet(place, parts, role = "group") {
  const viewBox = `0 0 ${place.width} ${place.height}`;
  const look = { viewBox, class: "plane-drawing", role, "aria-label": place.alt };
  const sheet = shape("svg", look);
  sheet.append(...parts);
  place.root.append(sheet);
  return sheet;
}

/**
 * @param {Frame} frame
 * @param {{ width: number, height: number }} size of the sheet
 * @param {Point} point of the plane
 * @returns {Point} its place on the sheet
 */
export function locate([left, bottom, right, top], { width, height }, [x, y]) {
  return [(width * (x - left)) / (right - left), (height * (top - y)) / (top - bottom)];
}

/**
 * @param {Frame} frame
 * @param {SVGElement} sheet
 * @param {import("./handle.js").Pointer} to
 * @returns {Point} the point of the plane under the pointer
 */
export function pointed([left, bottom, right, top], sheet, to) {
  const box = sheet.getBoundingClientRect();
  const [u, v] = [(to.clientX - box.left) / box.width, (to.clientY - box.top) / box.height];
  return [left + u * (right - left), top - v * (top - bottom)];
}

/** @param {Point[]} points on the sheet @param {string} name @returns {SVGElement} */
export function path(points, name) {
  return shape("path", { d: outline(points), class: name });
}

/** A part of the plane on a sheet: where its points lie, and lines through them. */
export class Plane {
  #frame;
  #size;

  /** @param {Frame} frame @param {{ width: number, height: number }} size of the sheet */
  constructor(frame, size) {
    this.#frame = frame;
    this.#size = size;
  }

  /** @param {Point} point of the plane @returns {Point} its place on the sheet */
  locate(point) {
    return locate(this.#frame, this.#size, point);
  }

  /** @param {Point[]} points of the plane @param {string} name @returns {SVGElement} */
  path(points, name) {
    return path(
      points.map((point) => this.locate(point)),
      name,
    );
  }
}

/**
 * @param {Point} at its left end on the sheet
 * @param {string} text
 * @param {string} color
 * @param {Record<string, string | number>} [look]
 * @returns {SVGElement}
 */
export function word([x, y], text, color, look = {}) {
  const name = `figure-word space-word-${color}`;
  const made = shape("text", { x: x.toFixed(2), y: y.toFixed(2), class: name, ...look });
  writeWord(made, text, "");
  return made;
}

/**
 * Write a formula in which all small letters are vectors.
 * @param {SVGElement} written
 * @param {string} text
 */
export function writeLetters(written, text) {
  writeWord(written, text, "abcdefghijklmnopqrstuvwxyz");
}
