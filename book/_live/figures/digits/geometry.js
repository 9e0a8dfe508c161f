// How many digits of a fitted polynomial are right: numbers that the build has computed, put into
// words. Nothing here draws.

/**
 * @typedef {object} DigitsScene
 * @property {number} degree
 * @property {number} treatment of x: 0 as it is, 1 centered, 2 scaled as well
 * @property {number[][]} kappa for each treatment and each degree from 1 on
 * @property {Record<string, number[][]>} digits for each method likewise
 */
/**
 * @typedef {object} DigitsFacts
 * @property {number} kappa
 * @property {number} left of 16 digits, and not less than none
 * @property {Record<string, number>} digits
 */

export const TREATMENTS = ["as it is", "centered", "centered and scaled"];
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * @param {DigitsScene} scene
 * @param {number} degree
 * @param {number} treatment
 * @returns {DigitsFacts}
 */
export function factsAt({ kappa, digits }, degree, treatment) {
  const value = kappa[treatment][degree - 1];
  const entries = Object.entries(digits).map(([name, table]) => [
    name,
    table[treatment][degree - 1],
  ]);
  return {
    kappa: value,
    left: Math.max(0, 16 - Math.log10(value)),
    digits: Object.fromEntries(entries),
  };
}

/** @param {number} value from 1 on @returns {string} "27", or "1.8 · 10¹⁵" */
export function inWords(value) {
  if (value < 1000) return String(Number(value.toPrecision(2)));
  const [digits, exponent] = value.toExponential(1).split("e+");
  return `${digits} · 10${[...exponent].map((digit) => RAISED[Number(digit)]).join("")}`;
}

/** @param {number} digits @returns {string} */
function counted(digits) {
  return digits === 0 ? "none" : digits.toFixed(1);
}

/**
 * What the figure says in words.
 * @param {DigitsFacts} facts
 * @param {number} degree
 * @param {number} treatment
 * @returns {[string, string][]}
 */
export function readout({ kappa, left, digits }, degree, treatment) {
  const by = `Cholesky ${counted(digits.cholesky)}, lstsq ${counted(digits.lstsq)}`;
  return [
    ["Degree", `${degree}, x ${TREATMENTS[treatment]}: κ ≈ ${inWords(kappa)}`],
    ["Digits that κ leaves of 16", left.toFixed(1)],
    ["Right digits of the worst coefficient", `${by}, refined ${counted(digits.refined)}`],
  ];
}
