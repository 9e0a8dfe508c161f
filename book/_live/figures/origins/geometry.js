// A line a x + b y = c, and the solution nearest to an origin: exactly for the one that is moved.
// Nothing here draws.
import { formatVector } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { about, equation } from "../kit/notation.js";
import { snap, stepBelow } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ c: Rational, origin: Rational[] }} State */
/**
 * @typedef {object} Facts
 * @property {Rational[]} foot the solution nearest to the origin that is moved
 * @property {Rational[]} nearest the solution nearest to 0
 * @property {Point[]} feet of the other origins
 * @property {number} kept where the moved origin is along the line, from the solution nearest to 0
 */

/**
 * @param {Rational[]} a
 * @param {Rational} c
 * @param {Rational[]} p
 * @returns {Rational[]} the point of a·x = c nearest to p
 */
export function nearestTo(a, c, p) {
  const missing = c.sub(a[0].mul(p[0]).add(a[1].mul(p[1])));
  const factor = missing.div(a[0].mul(a[0]).add(a[1].mul(a[1])));
  return p.map((entry, i) => entry.add(factor.mul(a[i])));
}

/**
 * @param {Rational[]} a
 * @param {State} state
 * @param {Point[]} cloud
 * @returns {Facts}
 */
export function factsOf(a, { c, origin }, cloud) {
  const [u, v] = a.map((entry) => entry.valueOf());
  const size = Math.hypot(u, v);
  const feet = cloud.map(([x, y]) => {
    const factor = (c.valueOf() - u * x - v * y) / size ** 2;
    return /** @type {Point} */ ([x + factor * u, y + factor * v]);
  });
  const [x, y] = origin.map((entry) => entry.valueOf());
  const zero = [rational(0), rational(0)];
  return {
    foot: nearestTo(a, c, origin),
    nearest: nearestTo(a, c, zero),
    feet,
    kept: (v * x - u * y) / size,
  };
}

/** @param {Frame} frame @returns {Rational} the steps in which the origin moves */
export function stepOf([left, , right]) {
  return stepBelow((right - left) / 60);
}

/**
 * @param {Point} to
 * @param {Frame} frame
 * @returns {Rational[]} the origin nearest to a point of the picture
 */
export function originAt(to, frame) {
  const step = stepOf(frame);
  const ends = /** @type {const} */ ([
    [frame[0], frame[2]],
    [frame[1], frame[3]],
  ]);
  return to.map((entry, k) => snap(Math.max(ends[k][0], Math.min(ends[k][1], entry)), step));
}

/**
 * The line through a point, and not so far off that its feet leave the picture.
 * @param {Rational[]} a
 * @param {Point} to
 * @param {[Rational, Rational]} ends least and most c
 * @returns {Rational}
 */
export function shiftedTo(a, [x, y], [least, most]) {
  const wanted = snap(a[0].valueOf() * x + a[1].valueOf() * y, rational(1));
  return wanted.lt(least) ? least : wanted.gt(most) ? most : wanted;
}

/**
 * What the figure says in words.
 * @param {Rational[]} a
 * @param {State} state
 * @param {Facts} facts
 * @returns {[string, string][]}
 */
export function readout(a, { c, origin }, { foot, nearest, feet, kept }) {
  const [u, v] = a.map((entry) => entry.valueOf());
  const size = Math.hypot(u, v);
  const along = feet.map(([x, y]) => (v * x - u * y) / size);
  const mean = along.reduce((sum, t) => sum + t, 0) / along.length;
  const spread = along.reduce((sum, t) => sum + (t - mean) ** 2, 0) / along.length;
  return [
    ["Nearest solution", `${formatVector(foot)}, for the origin ${formatVector(origin)}`],
    ["Along the line", `${about(kept, 3)} before and after, counted from ${formatVector(nearest)}`],
    ["Line", equation(a, c)],
    ["All small feet along the line", `mean ${about(mean, 2)}, variance ${about(spread, 2)}`],
    ["Right-hand side", format(c)],
  ];
}
