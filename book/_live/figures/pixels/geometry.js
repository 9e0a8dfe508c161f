// A small image beside the matrix of its numbers: which pixel lies where, and what is said of it.

/**
 * @typedef {object} Layout
 * @property {number} rows
 * @property {number} columns
 * @property {number} gap between the two squares, in pixels of the image
 * @property {[number, number, number, number]} frame left, bottom, right, top
 * @property {number} width of the drawing in points
 */
/** @typedef {import("../kit/cells.js").Place} Place */
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
