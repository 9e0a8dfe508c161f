// A grid of numbers as text: read, written, resized, filled by a paste.

/** @typedef {string[][]} Cells rows of cells, all of the same length */

export const MOST = 12; // rows or columns: more would not fit a page, and take long by hand

/**
 * The rows that a text holds: "1 2; 3 4", lines, cells of a spreadsheet (tabs) or JSON.
 * @param {string} text
 * @returns {Cells}
 */
export function readGrid(text) {
  const rows =
    readJson(text) ??
    text
      .trim()
      .replace(/[;\n]$/, "")
      .split(/;|\r?\n/)
      .map(readRow);
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

/** @param {string} row */
function readRow(row) {
  if (row.includes("\t")) return row.split("\t").map((cell) => cell.trim());
  return row.split(/[\s,]+/).filter((cell) => cell !== "");
}

/**
 * @param {string} text
 * @returns {string[][] | null}
 */
function readJson(text) {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    const read = JSON.parse(text);
    const rows = Array.isArray(read) && read.length > 0 ? read : [""];
    return rows.map((row) => (Array.isArray(row) ? row : [row]).map(String));
  } catch {
    return null;
  }
}

/**
 * The text of a grid, as the package reads it. Empty cells keep their places: the package then
 * says which one is missing. A grid of empty cells is no text.
 * @param {Cells} cells
 * @returns {string}
 */
export function writeGrid(cells) {
  const tidy = cells.map((row) => row.map((cell) => cell.replace(/\s+/g, "")));
  if (tidy.flat().every((cell) => cell === "")) return "";
  if (tidy.flat().some((cell) => cell === "" || /[;,[\]]/.test(cell))) return JSON.stringify(tidy);
  return tidy.map((row) => row.join(" ")).join("; ");
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
 * @param {string} text
 * @returns {Cells}
 */
export function pasted(cells, row, column, text) {
  const given = readGrid(text);
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
