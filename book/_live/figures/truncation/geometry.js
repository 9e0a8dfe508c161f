// What a cut-off makes of the solution A⁺b when singular values up to it count as 0. With the
// parts βᵢ = uᵢ·b of the right-hand side and γᵢ = vᵢ·x of the wanted solution everything is a sum
// of squares. Nothing here draws.

/**
 * @typedef {object} TruncationScene
 * @property {number[]} sigma the singular values, the largest first
 * @property {number[]} beta
 * @property {number[]} gamma
 * @property {number} rest squared norm of the part of b outside the column space
 * @property {number} level decimal logarithm of the cut-off
 */
/**
 * @typedef {object} Truncated
 * @property {number} rank singular values above the cut-off
 * @property {number} norm of the solution
 * @property {number} residual
 * @property {number} error distance of the solution from the wanted one
 */

/** @param {number[]} numbers @returns {number} */
function length(numbers) {
  return Math.hypot(...numbers);
}

/**
 * @param {TruncationScene} scene
 * @param {number} level
 * @returns {Truncated}
 */
export function truncated({ sigma, beta, gamma, rest }, level) {
  const rank = sigma.filter((value) => Math.log10(value) > level).length;
  const parts = sigma.map((value, i) => (i < rank ? beta[i] / value : 0));
  return {
    rank,
    norm: length(parts),
    residual: length([Math.sqrt(rest), ...beta.slice(rank)]),
    error: length(parts.map((part, i) => part - gamma[i])),
  };
}

/** @param {number} value @returns {string} with three digits */
export function digits(value) {
  const text = value.toPrecision(3);
  return text.includes("e") ? Number(text).toString() : text;
}

/** @param {number} level @returns {string} the cut-off with two digits */
export function cutOffText(level) {
  return String(Number((10 ** level).toPrecision(2)));
}

/**
 * @param {Truncated} facts
 * @param {number} level
 * @returns {[string, string][]}
 */
export function readout({ rank, norm, residual, error }, level) {
  return [
    ["Cut-off", `τ = ${cutOffText(level)}, rank ${rank}`],
    ["Length of the solution", digits(norm)],
    ["Length of the residual", digits(residual)],
    ["Distance from the true solution", digits(error)],
  ];
}
