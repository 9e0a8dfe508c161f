// Equations and products as text, in exact numbers.
import { format } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/**
 * Write a coefficient before a name: "", "−", "3", "(1/2)".
 * @param {Rational} size not negative
 * @returns {string}
 */
export function coefficient(size) {
  if (size.equals(1)) return "";
  return size.d === 1n ? format(size) : `(${format(size)})`;
}

/** @param {number} value @param {number} digits @returns {string} rounded to so many digits */
export function about(value, digits) {
  return `≈ ${Number(value.toPrecision(digits))}`.replace("-", "−");
}

/** @param {number} value @param {number} digits @returns {string} rounded to so many after the point */
export function rounded(value, digits) {
  return (Number(value.toFixed(digits)) + 0).toFixed(digits).replace("-", "−"); // never −0
}

/** @param {Rational} number @returns {string} in brackets where its sign would meet another */
export function factor(number) {
  return number.s < 0n ? `(${format(number)})` : format(number);
}

/**
 * Write an equation: "3x − 4y = 12".
 * @param {Rational[]} coefficients
 * @param {Rational} right
 * @param {string[]} [names] of the unknowns
 * @returns {string}
 */
export function equation(coefficients, right, names = ["x", "y", "z"]) {
  let left = "";
  coefficients.forEach((number, i) => {
    if (number.n === 0n) return;
    const negative = number.s < 0n;
    const sign = left ? (negative ? " − " : " + ") : negative ? "−" : "";
    left += `${sign}${coefficient(number.abs())}${names[i]}`;
  });
  return `${left || "0"} = ${format(right)}`;
}
