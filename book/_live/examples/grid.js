// A grid of numbers as text: read, written, resized, filled by a paste.

import { readRows } from "../shared/matrix_text.js";
import { NotationError } from "../shared/notation.js";

/** @typedef {string[][]} Cells rows of cells, all of the same length */

export const MOST = 12; // rows or columns: more would not fit a page, and take long by hand

/**
 * The rows that a text holds, filled up to one length; a NotationError says what it holds instead.
 * @param {string} text
 * @returns {Cells}
 */
export function readGrid(text) {
  const rows = readRows(text);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const filled = rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
  return filled.length > 0 ? filled : [[""]];
}

/**
 * The text of a grid, as the package reads it. Empty cells keep their places: the package then
 * says which one is missing. A grid of empty cells is no text.
 * @param {Cells} cells
 * @returns {string}
 */
export function writeGrid(cells) {
  const tidy = cells.map((row) => row.map(tidied));
  if (tidy.flat().every((cell) => cell === "")) return "";
  if (tidy.flat().some((cell) => !/^[\w./⁄∕+\u2010-\u2013\u2212-]+$/u.test(cell))) {
    return JSON.stringify(tidy);
  }
  return tidy.map((row) => row.join(" ")).join("; ");
}

/** @param {string} cell @returns {string} without the spaces that mean nothing */
function tidied(cell) {
  return cell
    .trim()
    .replace(/\s*([/⁄∕])\s*/g, "$1")
    .replace(/^([+\u2010-\u2013\u2212-])\s+/u, "$1");
}

/**
 * The text of a column: the package reads it as a list.
 * @param {Cells} cells
 * @returns {string}
 */
export function writeColumn(cells) {
  const text = writeGrid([cells.flat()]);
  return text.startsWith("[") ? JSON.stringify(JSON.parse(text)[0]) : text;
}

/**
 * @param {Cells} cells
 * @param {number} rows
 * @param {number} columns
 * @returns {Cells}
 */
export function resized(cells, rows, columns) {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => cells[i]?.[j] ?? ""),
  );
}

/**
 * Why a text holds no grid; nothing if it holds one.
 * @param {string} text
 * @returns {string}
 */
export function unreadable(text) {
  try {
    readGrid(text);
    return "";
  } catch (error) {
    if (error instanceof NotationError) return error.message;
    throw error;
  }
}

/**
 * Whether a pasted text is more than one number.
 * @param {string} text
 * @returns {boolean}
 */
export function isGrid(text) {
  return readGrid(text).flat().length > 1;
}

/**
 * Why cells do not fit a form; nothing if they do.
 * @param {Cells} cells
 * @param {boolean} [isColumn]
 * @returns {string}
 */
export function excess(cells, isColumn = false) {
  const [rows, columns] = [cells.length, cells[0].length];
  if (Math.max(rows, columns) <= MOST) return "";
  return isColumn
    ? `expected at most ${MOST} entries, received ${rows}`
    : `expected at most ${MOST} rows and ${MOST} columns, received ${rows} and ${columns}`;
}

/**
 * The grid after a paste. At the first cell the pasted rows take its place; elsewhere they are
 * put in from that cell on, and the grid grows as far as they need.
 * @param {Cells} cells
 * @param {number} row
 * @param {number} column
 * @param {Cells} given
 * @returns {Cells}
 */
export function pasted(cells, row, column, given) {
  const first = row === 0 && column === 0;
  const rows = first ? given.length : Math.max(cells.length, row + given.length);
  const columns = first ? given[0].length : Math.max(cells[0].length, column + given[0].length);
  const grid = resized(first ? [] : cells, rows, columns);
  given.forEach((values, i) => {
    values.forEach((value, j) => {
      grid[row + i][column + j] = value;
    });
  });
  return grid;
}
