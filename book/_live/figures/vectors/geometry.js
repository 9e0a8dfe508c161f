// Two vectors of the plane: their product, their angle, and the part of one along the other, in
// exact numbers. Nothing here draws.
import { dot, isZero, scale, subtract } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { rationalRoot, rootText } from "../kit/roots.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {{ a: Rational[], b: Rational[] }} VectorsState */
/**
 * @typedef {object} VectorsFacts
 * @property {Rational} product a · b
 * @property {Rational[]} squares of the two lengths
 * @property {Rational | null} multiplier c of the projection c a; null where a is zero
 * @property {Rational[]} shadow the projection of b onto the line through a
 * @property {Rational[]} rest what it leaves of b
 * @property {Rational} shadowSquared
 * @property {Rational} restSquared
 * @property {string | null} cosine null where one of the two is zero
 * @property {string | null} angle
 */

/** @param {VectorsState} state @returns {VectorsFacts} */
export function vectorsFacts({ a, b }) {
  const squares = [dot(a, a), dot(b, b)];
  const product = dot(a, b);
  const multiplier = isZero(a) ? null : product.div(squares[0]);
  const shadow = scale(multiplier ?? rational(0), a);
  const rest = subtract(b, shadow);
  const isAngle = !isZero(a) && !isZero(b);
  return {
    product,
    squares,
    multiplier,
    shadow,
    rest,
    shadowSquared: dot(shadow, shadow),
    restSquared: dot(rest, rest),
    cosine: isAngle ? cosineText(product, squares[0].mul(squares[1])) : null,
    angle: isAngle ? angleText(product, a[0].mul(b[1]).sub(a[1].mul(b[0]))) : null,
  };
}

/**
 * Write product / √(squares): exactly if the root is rational, else with four decimals as well.
 * @param {Rational} product
 * @param {Rational} squares the product of the squared lengths
 * @returns {string}
 */
export function cosineText(product, squares) {
  const root = rationalRoot(squares);
  if (root) return format(product.div(root));
  if (product.n === 0n) return "0";
  const decimal = (product.valueOf() / Math.sqrt(squares.valueOf())).toFixed(4);
  const above = product.d === 1n ? format(product) : `(${format(product)})`;
  return `${above}/${rootText(squares)} ≈ ${decimal.replace("-", "−")}`;
}

/**
 * Write the angle in degrees: whole where it is a multiple of 45, else rounded.
 * @param {Rational} product a · b
 * @param {Rational} cross a₁b₂ − a₂b₁
 * @returns {string}
 */
export function angleText(product, cross) {
  const degrees = (Math.atan2(cross.abs().valueOf(), product.valueOf()) * 180) / Math.PI;
  const isWhole = product.n === 0n || cross.n === 0n || product.abs().equals(cross.abs());
  return isWhole ? `${Math.round(degrees)}°` : `≈ ${degrees.toFixed(2)}°`;
}
