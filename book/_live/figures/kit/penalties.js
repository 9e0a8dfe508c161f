// Penalties that stay short: 1, 2, … 9 times the powers of ten, as a slider counts them.
import { rational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/**
 * The penalties from one power of ten to another, both included.
 * @param {number} low exponent
 * @param {number} high exponent
 * @returns {Rational[]}
 */
export function penalties(low, high) {
  const found = [];
  for (let power = low; power < high; power += 1) {
    const [n, d] = [10n ** BigInt(Math.max(power, 0)), 10n ** BigInt(Math.max(-power, 0))];
    for (let digit = 1n; digit <= 9n; digit += 1n) found.push(rational(digit * n, d));
  }
  const [n, d] = [10n ** BigInt(Math.max(high, 0)), 10n ** BigInt(Math.max(-high, 0))];
  return [...found, rational(n, d)];
}

/**
 * The place of the penalty whose ratio to the one wanted is nearest to 1; 0 stands for 0 and less.
 * @param {Rational[]} series in rising order
 * @param {number} wanted
 * @returns {number}
 */
export function nearestPlace(series, wanted) {
  const distance = (/** @type {Rational} */ one) =>
    one.n === 0n || wanted <= 0
      ? Math.abs(one.valueOf() - Math.max(wanted, 0))
      : Math.abs(Math.log(one.valueOf() / wanted));
  const gaps = series.map(distance);
  return gaps.indexOf(Math.min(...gaps));
}
