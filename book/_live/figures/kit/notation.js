// Equations and vectors as text, in exact numbers.
import { format } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/**
 * Write a coefficient before a name: "", "−", "3", "(1/2)".
 * @param {Rational} size not negative
 * @returns {string}
 */
function factor(size) {
  if (size.equals(1)) return "";
  return size.d === 1n ? format(size) : `(${format(size)})`;
}

/**
 * Write an equation: "3x − 4y = 12".
 * @param {Rational[]} coefficients
 * @param {Rational} right
 * @returns {string}
 */
export function equation(coefficients, right) {
  let left = "";
  coefficients.forEach((coefficient, i) => {
    if (coefficient.n === 0n) return;
    const negative = coefficient.s < 0n;
    const sign = left ? (negative ? " − " : " + ") : negative ? "−" : "";
    left += `${sign}${factor(coefficient.abs())}${"xyz"[i]}`;
  });
  return `${left || "0"} = ${format(right)}`;
}
