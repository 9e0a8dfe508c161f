// Half a sum of squares in two unknowns w, gradient descent on it, and where that ends: exact where
// numbers stay short. Nothing here draws.
import { apply, dot, multiply, subtract, transpose } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { rationalRoot } from "../kit/roots.js";
import { snap, stepBelow } from "../kit/steps.js";
import { floats, primitive } from "../kit/vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {{ start: Rational[], step: Rational }} DescentState */
/** @typedef {{ through: Rational[], along: Rational[] }} Line */
/**
 * @typedef {object} Bowl
 * @property {Rational[][]} gram
 * @property {Rational[]} right X⊤y
 * @property {boolean} isValley whether the minimizers are a line
 * @property {Rational[]} bottom the shortest minimizer
 * @property {Rational[] | null} exact squared singular values without 0, if they are rational
 * @property {number[]} squares the same, rounded
 * @property {Point[]} directions of both singular vectors, the one with the larger value first
 * @property {Line[]} straight starts on these lines are led straight to the end
 */
/**
 * @typedef {object} DescentFacts
 * @property {Rational[]} end
 * @property {Rational[]} next the iterate after the start
 * @property {number[]} factors by which errors are multiplied
 * @property {boolean} converges whatever the start is
 */

const STEPS = 40; // that are drawn
const NEAR = 1 / 40; // of the height, within which a start is drawn to a line

/** @param {Rational[]} point @param {Rational} t @param {Rational[]} along @returns {Rational[]} */
function walk(point, t, along) {
  return point.map((entry, i) => entry.add(t.mul(along[i])));
}

/**
 * @param {Rational[][]} X
 * @param {Rational[]} y
 * @returns {Bowl}
 */
export function bowlOf(X, y) {
  const T = transpose(X);
  const gram = multiply(T, X);
  const right = apply(T, y);
  const [[p, q], [, s]] = gram;
  const [sum, determinant] = [p.add(s), p.mul(s).sub(q.mul(q))];
  const isValley = determinant.n === 0n;
  const root = rationalRoot(p.sub(s).mul(p.sub(s)).add(q.mul(q).mul(4)));
  const both = root && [sum.add(root).div(2), sum.sub(root).div(2)];
  const gap = Math.hypot(p.sub(s).valueOf(), 2 * q.valueOf());
  const rounded = [(sum.valueOf() + gap) / 2, (sum.valueOf() - gap) / 2];
  const turn = Math.atan2(2 * q.valueOf(), p.sub(s).valueOf()) / 2;
  const [c, d] = [Math.cos(turn), Math.sin(turn)];
  const bottom = isValley
    ? right.map((entry) => entry.div(sum))
    : [s.mul(right[0]).sub(q.mul(right[1])), p.mul(right[1]).sub(q.mul(right[0]))].map((x) =>
        x.div(determinant),
      );
  return {
    gram,
    right,
    isValley,
    bottom,
    exact: isValley ? [sum] : both,
    squares: isValley ? [sum.valueOf()] : rounded,
    directions: [
      [c, d],
      [-d, c],
    ],
    straight: straightLines(gram, bottom, isValley ? [sum] : both),
  };
}

/**
 * @param {Rational[][]} gram
 * @param {Rational[]} bottom
 * @param {Rational[] | null} values exact squared singular values
 * @returns {Line[]} through the bottom along singular vectors with short numbers
 */
function straightLines([[p, q], [, s]], bottom, values) {
  if (!values) return [];
  const [zero, one] = [rational(0), rational(1)];
  return values.map((value, k) => {
    const isFirst = k === 0 ? p.compare(s) >= 0 : p.compare(s) < 0;
    const axis = isFirst ? [one, zero] : [zero, one];
    const along = q.n === 0n ? axis : primitive([q, value.sub(p)]);
    return { through: bottom, along };
  });
}

/** @param {Bowl} bowl @param {DescentState} state @returns {DescentFacts} */
export function descentFacts({ gram, right, isValley, bottom, squares, exact }, { start, step }) {
  const pull = subtract(right, apply(gram, start));
  const across = apply(gram, start).map((entry) => entry.div(gram[0][0].add(gram[1][1])));
  const rest = subtract(start, across);
  const bound = exact ? step.mul(exact[0]).compare(2) < 0 : step.valueOf() * squares[0] < 2;
  return {
    end: isValley ? walk(bottom, rational(1), rest) : bottom,
    next: walk(start, step, pull),
    factors: squares.map((square) => 1 - step.valueOf() * square),
    converges: step.s > 0n && bound,
  };
}

/**
 * The iterates, as far as they stay within reach.
 * @param {Bowl} bowl
 * @param {DescentState} state
 * @param {number} most
 * @returns {Point[]}
 */
export function pathOf({ gram, right }, { start, step }, most) {
  const [G, g, eta] = [gram.map(floats), floats(right), step.valueOf()];
  const points = [floats(start)];
  for (let k = 0; k < STEPS; k += 1) {
    const [x, y] = points[k];
    const pull = G.map(([a, b], i) => g[i] - a * x - b * y);
    points.push([x + eta * pull[0], y + eta * pull[1]]);
    if (Math.max(...points[k + 1].map(Math.abs)) > most) break;
  }
  return points;
}

/**
 * The start nearest to the hand, in short numbers; lines from which the path is straight attract.
 * @param {Bowl} bowl
 * @param {Point} at
 * @param {Frame} frame
 * @returns {Rational[]}
 */
export function startNear({ straight }, at, [left, bottom, right, top]) {
  const step = stepBelow((top - bottom) / 30);
  const inside = [Math.min(right, Math.max(left, at[0])), Math.min(top, Math.max(bottom, at[1]))];
  for (const { through, along } of straight) {
    const [from, way] = [floats(through), floats(along)];
    const size = dot(along, along).valueOf();
    const t = ((inside[0] - from[0]) * way[0] + (inside[1] - from[1]) * way[1]) / size;
    const apart = inside.map((entry, i) => entry - from[i] - t * way[i]);
    if (Math.hypot(...apart) < NEAR * (top - bottom)) {
      return walk(through, snap(t, stepBelow(step.valueOf() / Math.sqrt(size))), along);
    }
  }
  return inside.map((entry) => snap(entry, step));
}
