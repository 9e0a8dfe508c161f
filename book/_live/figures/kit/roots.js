// Square roots: rational ones as numbers, all as text.
import { format, rational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/** @param {bigint} square not negative @returns {bigint | null} its root, if that is a whole number */
function wholeRoot(square) {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) break;
    root = next;
  }
  return root * root === square ? root : null;
}

/** @param {Rational} square not negative @returns {Rational | null} its root, if that is rational */
export function rationalRoot(square) {
  const [above, below] = [wholeRoot(square.n), wholeRoot(square.d)];
  return above === null || below === null ? null : rational(above).div(rational(below));
}

/** @param {Rational} square not negative @returns {string} its root, exactly: "12/5", "√2", "√(3/4)" */
export function rootText(square) {
  const root = rationalRoot(square);
  if (root) return format(root);
  return square.d === 1n ? `√${format(square)}` : `√(${format(square)})`;
}
