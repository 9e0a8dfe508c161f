// Two planes in exact numbers: what they have in common, and its point nearest to the origin.
// Nothing here draws.
import { apply, dot, isZero, multipleOf, scale } from "../../shared/matrix.js";
import { stepAbove } from "./steps.js";
import { primitive } from "./vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {{ A: Rational[][], b: Rational[] }} PlanesState */
/**
 * @typedef {object} PlanesFacts
 * @property {"line" | "same" | "parallel"} kind
 * @property {Rational[] | null} nearest the solution nearest to the origin
 * @property {Rational[] | null} multipliers of the rows that make the nearest solution
 * @property {Rational[] | null} direction of the line, in whole numbers without common factor
 * @property {Rational | null} distanceSquared
 */

/** @param {Rational[]} a @param {Rational[]} b @returns {Rational[]} */
function cross(a, b) {
  return [0, 1, 2].map((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return a[j].mul(b[k]).sub(a[k].mul(b[j]));
  });
}

/** @param {Rational[]} row @param {Rational} right @returns {Rational} the multiplier of its nearest point */
function multiplier(row, right) {
  return right.div(dot(row, row));
}

/**
 * What the planes have in common; null if a row of coefficients is zero.
 * @param {PlanesState} state
 * @returns {PlanesFacts | null}
 */
export function planesFacts({ A, b }) {
  if (A.some(isZero)) return null;
  const factor = multipleOf(A[1], A[0]);
  if (factor) {
    const isSame = b[1].equals(b[0].mul(factor));
    const nearest = isSame ? scale(multiplier(A[0], b[0]), A[0]) : null;
    const distanceSquared = nearest && dot(nearest, nearest);
    const kind = isSame ? "same" : "parallel";
    return { kind, nearest, multipliers: null, direction: null, distanceSquared };
  }
  const [[p, q], [, r]] = A.map((row) => apply(A, row));
  const determinant = p.mul(r).sub(q.mul(q));
  const multipliers = [r.mul(b[0]).sub(q.mul(b[1])), p.mul(b[1]).sub(q.mul(b[0]))].map((entry) =>
    entry.div(determinant),
  );
  const nearest = [0, 1, 2].map((i) => dot(multipliers, [A[0][i], A[1][i]]));
  const direction = primitive(cross(A[0], A[1]));
  return { kind: "line", nearest, multipliers, direction, distanceSquared: dot(nearest, nearest) };
}

/**
 * Half the side of the box around the origin: 1, 2 or 5 times a power of ten.
 * @param {PlanesState} state
 * @param {PlanesFacts} facts
 * @returns {number}
 */
export function boxHalf({ A, b }, facts) {
  const feet = A.map((row, i) => scale(multiplier(row, b[i]), row));
  const points = facts.kind === "line" && facts.nearest ? [facts.nearest] : feet;
  const farthest = Math.max(...points.map((point) => Math.hypot(...point.map(Number))));
  return farthest === 0 ? 1 : stepAbove(1.25 * farthest).valueOf();
}
