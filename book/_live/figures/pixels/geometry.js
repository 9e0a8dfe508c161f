// A small image beside the matrix of its numbers: which pixel lies where, and what is said of it.
import { isCommand, stepsOf } from "../../shared/keys.js";

/**
 * @typedef {object} Layout
 * @property {number} rows
 * @property {number} columns
 * @property {number} gap between the two squares, in pixels of the image
 * @property {[number, number, number, number]} frame left, bottom, right, top
 * @property {number} width of the drawing in points
 */
/** @typedef {[row: number, column: number]} Place counted from 0 */
/** @typedef {{ image: number[][], most: number, at: Place }} PixelsState */

/** @param {Layout} layout @returns {number} points of the drawing for one pixel of the image */
export function unitOf({ frame: [left, , right], width }) {
  return width / (right - left);
}

/**
 * The corner of a cell in points of the drawing, in the image (0) or in the matrix (1).
 * @param {Layout} layout
 * @param {Place} place
 * @param {0 | 1} which
 * @returns {[number, number]}
 */
export function cornerOf(layout, [row, column], which) {
  const [left, , , top] = layout.frame;
  const unit = unitOf(layout);
  const shift = which * (layout.columns + layout.gap);
  return [(column + shift - left) * unit, (top + row) * unit];
}

/**
 * The cell under a point of the drawing, in either square; null between and around them.
 * @param {Layout} layout
 * @param {number} x
 * @param {number} y
 * @returns {Place | null}
 */
export function placeAt(layout, x, y) {
  for (const which of /** @type {const} */ ([0, 1])) {
    const [left, top] = cornerOf(layout, [0, 0], which);
    const unit = unitOf(layout);
    const [row, column] = [Math.floor((y - top) / unit), Math.floor((x - left) / unit)];
    if (row >= 0 && row < layout.rows && column >= 0 && column < layout.columns) {
      return [row, column];
    }
  }
  return null;
}

/**
 * The cell that a key leads to; null for other keys. At an edge it stays.
 * @param {Place} place
 * @param {import("../../shared/keys.js").Pressed} event
 * @param {Layout} layout
 * @returns {Place | null}
 */
export function placeAfter([row, column], event, { rows, columns }) {
  if (isCommand(event)) return null;
  if (event.key === "Home") return [row, 0];
  if (event.key === "End") return [row, columns - 1];
  const steps = stepsOf(event);
  return steps && within([row - steps[1], column + steps[0]], { rows, columns });
}

/**
 * The nearest cell that there is.
 * @param {Place} place
 * @param {{ rows: number, columns: number }} size
 * @returns {Place}
 */
export function within([row, column], { rows, columns }) {
  const least = (/** @type {number} */ k, /** @type {number} */ most) =>
    Math.max(0, Math.min(most - 1, k));
  return [least(row, rows), least(column, columns)];
}

/**
 * Give one pixel another number.
 * @param {PixelsState} state
 * @param {number} value
 * @returns {PixelsState}
 */
export function painted({ image, most, at }, value) {
  const [row, column] = at;
  const next = image.map((entries, i) =>
    i === row ? entries.map((old, j) => (j === column ? value : old)) : entries,
  );
  return { image: next, most, at };
}

/**
 * What the figure says in words.
 * @param {PixelsState} state
 * @returns {[string, string][]}
 */
export function readout({ image, most, at: [row, column] }) {
  const n = image[0].length;
  const value = image[row][column];
  const position = row * n + column + 1;
  const squares = image.flat().reduce((sum, entry) => sum + entry * entry, 0);
  return [
    ["Pixel", `row ${row + 1}, column ${column + 1}: ${value} of ${most}`],
    ["In code", `image[${row}, ${column}]`],
    ["In the long list", `entry ${position} = ${row} · ${n} + ${column + 1}`],
    ["Squared length of the image", `${squares}`],
  ];
}
