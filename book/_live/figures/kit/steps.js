// Round numbers: the steps in which a figure is dragged and the sizes in which it is framed.
import { rational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/**
 * Choose among 1, 2, 5 and 10 times the power of ten below a size.
 * @param {number} size positive
 * @param {(lead: number) => number | undefined} choose
 * @returns {Rational}
 */
function rounded(size, choose) {
  const exponent = Math.floor(Math.log10(size) + 1e-12);
  const digit = choose(size / 10 ** exponent) ?? 1;
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(digit, power) : rational(BigInt(digit) * power);
}

/**
 * The largest of 1, 2 and 5 times a power of ten that is at most the size given.
 * @param {number} size positive
 * @returns {Rational}
 */
export function stepBelow(size) {
  return rounded(size, (lead) => [5, 2, 1].find((digit) => digit <= lead * (1 + 1e-9)));
}

/**
 * The smallest of 1, 2 and 5 times a power of ten that is at least the size given.
 * @param {number} size positive
 * @returns {Rational}
 */
export function stepAbove(size) {
  return rounded(size, (lead) => [1, 2, 5, 10].find((digit) => digit >= lead * (1 - 1e-9)));
}

/**
 * The multiple of a step nearest to a value.
 * @param {number} value
 * @param {Rational} step
 * @returns {Rational}
 */
export function snap(value, step) {
  return step.mul(Math.round(value / step.valueOf()));
}
