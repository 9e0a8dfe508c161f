// An image of low rank: the sum of its first terms, each a column times a row. Nothing here draws.

/**
 * @typedef {object} PhotographScene
 * @property {number} rows
 * @property {number} columns
 * @property {string} left left singular vectors, one byte a coordinate, in base 64
 * @property {string} right
 * @property {number[]} scales of the terms
 * @property {number[]} missed distances as parts of the norm, from rank 0 on
 * @property {number[]} shown ranks
 * @property {[number, number, number, number][]} panels
 */

/** @param {string} text in base 64 @returns {Int8Array} */
function bytes(text) {
  return Int8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/**
 * A function that gives the image of a rank, row by row, in whole numbers from 0 to 255.
 * @param {PhotographScene} scene
 * @returns {(rank: number) => Uint8ClampedArray}
 */
export function imagesOf({ rows, columns, left, right, scales }) {
  const [u, v] = [bytes(left), bytes(right)];
  return (rank) => {
    const sum = new Float64Array(rows * columns);
    for (let k = 0; k < rank; k += 1) {
      for (let i = 0; i < rows; i += 1) {
        const factor = scales[k] * u[k * rows + i];
        for (let j = 0; j < columns; j += 1) sum[i * columns + j] += factor * v[k * columns + j];
      }
    }
    return Uint8ClampedArray.from(sum, Math.round);
  };
}

/**
 * What the figure says in words.
 * @param {PhotographScene} scene
 * @param {number} rank
 * @returns {[string, string][]}
 */
export function readout({ rows, columns, missed }, rank) {
  const count = rank * (rows + columns);
  const percent = (100 * missed[rank]).toFixed(1);
  return [
    ["Numbers kept", `${rank} · (${rows} + ${columns}) = ${count} instead of ${rows * columns}`],
    ["Distance from the photograph", `${percent} % of its norm`],
  ];
}
