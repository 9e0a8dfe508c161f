// What ridge, a cut-off and descent let through of each singular direction. Nothing here draws.

/**
 * @typedef {object} Filters what each lets through of all directions together, and how
 * @property {number} ridge
 * @property {number} kept directions that the cut-off keeps
 * @property {number} descent
 * @property {number} steps of descent
 */

/** @param {number} sigma @param {number} penalty @returns {number} */
export function ridgeFactor(sigma, penalty) {
  return sigma ** 2 / (sigma ** 2 + penalty);
}

/**
 * Steps of descent with the step 1/σ₁² that suit a penalty: σ₁²/λ, rounded, and one at least.
 * @param {number} largest singular value
 * @param {number} penalty
 * @returns {number}
 */
export function stepsFor(largest, penalty) {
  return Math.max(1, Math.round(largest ** 2 / penalty));
}

/** @param {number} sigma @param {number} largest @param {number} steps @returns {number} */
export function descentFactor(sigma, largest, steps) {
  return 1 - Math.max(0, 1 - (sigma / largest) ** 2) ** steps;
}

/** @param {number[]} sigma singular values @param {number} penalty @returns {Filters} */
export function filtersOf(sigma, penalty) {
  const largest = Math.max(...sigma);
  const steps = stepsFor(largest, penalty);
  const sum = (/** @type {(value: number) => number} */ factor) =>
    sigma.reduce((total, value) => total + factor(value), 0);
  return {
    ridge: sum((value) => ridgeFactor(value, penalty)),
    kept: sigma.filter((value) => value > Math.sqrt(penalty)).length,
    descent: sum((value) => descentFactor(value, largest, steps)),
    steps,
  };
}

/**
 * What the figure says in words.
 * @param {Filters} filters
 * @param {number} count of directions
 * @param {string} penalty
 * @returns {[string, string][]}
 */
export function readout({ ridge, kept, descent, steps }, count, penalty) {
  return [
    ["Ridge", `λ = ${penalty} lets through as much as ${ridge.toFixed(1)} of ${count} directions`],
    ["Cut", `keeps ${kept} ${kept === 1 ? "direction" : "directions"} whole`],
    [
      "Descent",
      `${steps} ${steps === 1 ? "step lets" : "steps let"} through ${descent.toFixed(1)}`,
    ],
  ];
}
