// Two vectors of the plane: their product, their angle, and the part of one along the other, in
// exact numbers. Nothing here draws.
import { dot, isZero, scale, subtract } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";

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
 * The whole root of a square, or null.
 * @param {bigint} square not negative
 * @returns {bigint | null}
 */
function wholeRoot(square) {
  if (square < 2n) return square;
  let low = 1n;
  let high = 1n << (BigInt(square.toString(2).length + 1) / 2n);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle * middle <= square) low = middle;
    else high = middle - 1n;
  }
  return low * low === square ? low : null;
}

/**
 * Write product / √(squares): exactly if the root is rational, else with four decimals as well.
 * @param {Rational} product
 * @param {Rational} squares the product of the squared lengths
 * @returns {string}
 */
export function cosineText(product, squares) {
  const [n, d] = [wholeRoot(squares.n), wholeRoot(squares.d)];
  if (n !== null && d !== null) return format(product.mul(rational(d, n)));
  if (product.n === 0n) return "0";
  const decimal = (product.valueOf() / Math.sqrt(squares.valueOf())).toFixed(4);
  const below = squares.d === 1n ? `√${format(squares)}` : `√(${format(squares)})`;
  const above = product.d === 1n ? format(product) : `(${format(product)})`;
  return `${above}/${below} ≈ ${decimal.replace("-", "−")}`;
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

/**
 * Where the line through the origin and a point leaves a frame around the origin.
 * @param {[number, number]} point not the origin
 * @param {import("../line/geometry.js").Frame} frame
 * @returns {[number, number][]}
 */
export function lineEnds([x, y], [left, bottom, right, top]) {
  return [1, -1].map((sign) => {
    const [u, v] = [sign * x, sign * y];
    const across = u === 0 ? Number.POSITIVE_INFINITY : (u > 0 ? right : left) / u;
    const up = v === 0 ? Number.POSITIVE_INFINITY : (v > 0 ? top : bottom) / v;
    const way = Math.min(across, up);
    return [way * u, way * v];
  });
}
