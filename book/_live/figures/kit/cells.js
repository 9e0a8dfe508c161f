// Walking over the cells of an image by keys, and names of cells in links. Nothing here draws.
import { isCommand, stepsOf } from "../../shared/keys.js";

/** @typedef {[row: number, column: number]} Place counted from 0 */

/**
 * The cell that a key leads to; null for other keys. At an edge it stays.
 * @param {Place} place
 * @param {import("../../shared/keys.js").Pressed} event
 * @param {{ rows: number, columns: number }} size
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
 * @param {string} name such as "2.3" for row 2, column 3, counted from 1
 * @returns {Place | null}
 */
export function placeNamed(name) {
  const [, row, column] = /^([1-9]\d?)\.([1-9]\d?)$/.exec(name) ?? [];
  return row ? [Number(row) - 1, Number(column) - 1] : null;
}
