// Two planes in exact numbers: their line and its nearest point to the origin, and what of them is
// drawn. Nothing here draws.
import { apply, dot, isZero, multipleOf, scale } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import * as space from "../kit/space_geometry.js";
import { stepAbove } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/space_geometry.js").Piece} Piece */
/** @typedef {import("../kit/space_geometry.js").Plane} Plane */
/** @typedef {import("../kit/space_geometry.js").Point} Point */
/** @typedef {{ A: Rational[][], b: Rational[] }} PlanesState */
/**
 * @typedef {object} PlanesFacts
 * @property {"line" | "same" | "parallel"} kind
 * @property {Rational[] | null} nearest the solution nearest to the origin
 * @property {Rational[] | null} multipliers of the rows that make the nearest solution
 * @property {Rational[] | null} direction of the line, in whole numbers without common factor
 * @property {Rational | null} distanceSquared
 */

const CORNER = 0.09; // side of the right angle's square, as a part of the box

/** @param {Rational[]} a @param {Rational[]} b @returns {Rational[]} */
function cross(a, b) {
  return [0, 1, 2].map((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return a[j].mul(b[k]).sub(a[k].mul(b[j]));
  });
}

/**
 * The shortest vector of whole numbers in the same direction.
 * @param {Rational[]} vector not zero
 * @returns {Rational[]}
 */
export function primitive(vector) {
  const divisor = vector.reduce((common, entry) => common.gcd(entry), rational(0));
  return vector.map((entry) => entry.div(divisor));
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

/** @param {Rational[]} vector @returns {Point} */
export function decimal(vector) {
  return /** @type {Point} */ (vector.map(Number));
}

/**
 * The planes as the drawing needs them; one if both equations describe the same.
 * @param {PlanesState} state
 * @param {PlanesFacts} facts
 * @returns {Plane[]}
 */
export function drawnPlanes({ A, b }, facts) {
  const planes = A.map((row, i) => {
    const length = Math.hypot(...row.map(Number));
    return { normal: space.unit(decimal(row)), offset: b[i].valueOf() / length };
  });
  return facts.kind === "same" ? planes.slice(0, 1) : planes;
}

/** @param {Point} nearest @param {Point} direction @param {number} half @returns {Piece[]} */
export function rightAngle(nearest, direction, half) {
  const side = CORNER * half;
  const start = space.along(nearest, side, space.unit(direction));
  const back = space.unit(nearest);
  const middle = space.along(start, -side, back);
  const end = space.along(nearest, -side, back);
  return [
    { name: "corner", points: [start, middle] },
    { name: "corner", points: [middle, end] },
  ];
}

/** @param {number} half @returns {Piece[]} the edges of the box and the axes */
export function boxAndAxes(half) {
  const axes = [0, 1, 2].map((i) =>
    [-half, half].map((end) => {
      const point = [0, 0, 0];
      point[i] = end;
      return /** @type {Point} */ (point);
    }),
  );
  return [
    ...space.boxEdges(half).map((points) => ({ name: "box", points })),
    ...axes.map((points) => ({ name: "axis", points })),
  ];
}

/**
 * What is drawn, in the order of painting where nothing else decides.
 * @param {PlanesFacts} facts
 * @param {Plane[]} planes
 * @param {number} half
 * @returns {Piece[]}
 */
export function pieces(facts, planes, half) {
  /** @type {Point} */
  const origin = [0, 0, 0];
  const faces = planes.map((plane, i) => ({
    name: i === 0 ? "blue" : "green",
    points: space.faceInBox(plane, half),
  }));
  const found = [...boxAndAxes(half), ...faces.filter(({ points }) => points.length > 0)];
  if (facts.kind === "line" && facts.nearest && facts.direction) {
    const [nearest, direction] = [facts.nearest, facts.direction].map(decimal);
    found.push({ name: "line", points: space.lineInBox(nearest, direction, half) });
    if (!isZero(facts.nearest)) {
      found.push({ name: "across", points: [origin, nearest] });
      found.push(...rightAngle(nearest, direction, half));
    }
    found.push({ name: "origin", points: [origin] }, { name: "nearest", points: [nearest] });
  } else {
    found.push({ name: "origin", points: [origin] });
  }
  return found;
}
