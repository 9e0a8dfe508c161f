// Ridge for two unknowns: the answer for a penalty in exact numbers, and the curves around it.
// Nothing here draws.
import { apply, dot, formatVector, subtract, transpose } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { about } from "../kit/notation.js";
import { rationalRoot } from "../kit/roots.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} PenaltyState
 * @property {Rational[][]} X two rows of two numbers, invertible
 * @property {Rational[]} truth the true w
 * @property {Rational[]} error of the readings
 * @property {Rational} penalty not negative
 */
/**
 * @typedef {object} PenaltyFacts
 * @property {Rational[]} y the readings
 * @property {Rational[]} solution the answer without a penalty
 * @property {Rational[]} w the answer with it
 * @property {Rational} missed squared length of y − Xw
 * @property {Rational} length squared length of w
 * @property {Rational} distance squared, from the true w
 */

const LONGEST = 9; // characters of a number that is shown exactly
const TURN = 96; // points of a level curve

/**
 * The ridge answer, by Cramer's rule.
 * @param {Rational[][]} X
 * @param {Rational[]} y
 * @param {Rational} penalty
 * @returns {Rational[]}
 */
export function ridge(X, y, penalty) {
  const [first, second] = transpose(X);
  const [a, b, d] = [dot(first, first).add(penalty), dot(first, second), dot(second, second)];
  const [p, q] = [dot(first, y), dot(second, y)];
  const lower = d.add(penalty);
  const det = a.mul(lower).sub(b.mul(b));
  return [p.mul(lower).sub(b.mul(q)).div(det), a.mul(q).sub(b.mul(p)).div(det)];
}

/** @param {PenaltyState} state @returns {PenaltyFacts} */
export function penaltyFacts({ X, truth, error, penalty }) {
  const y = apply(X, truth).map((entry, i) => entry.add(error[i]));
  const w = ridge(X, y, penalty);
  const [gap, off] = [subtract(y, apply(X, w)), subtract(w, truth)];
  const solution = ridge(X, y, rational(0));
  return { y, solution, w, missed: dot(gap, gap), length: dot(w, w), distance: dot(off, off) };
}

/**
 * The ridge answers for many penalties, from none to one without bound.
 * @param {number[][]} X
 * @param {number[]} y
 * @returns {Point[]}
 */
export function pathOf(X, y) {
  const gram = [0, 1].map((i) => [0, 1].map((j) => X[0][i] * X[0][j] + X[1][i] * X[1][j]));
  const [p, q] = [0, 1].map((i) => X[0][i] * y[0] + X[1][i] * y[1]);
  const prices = Array.from({ length: 121 }, (_, k) => (k === 0 ? 0 : 10 ** (-3 + (9 * k) / 120)));
  return prices.map((price) => {
    const [a, d] = [gram[0][0] + price, gram[1][1] + price];
    const det = a * d - gram[0][1] ** 2;
    return [(d * p - gram[0][1] * q) / det, (a * q - gram[0][1] * p) / det];
  });
}

/**
 * The ellipse of all w with a given distance of Xw from y.
 * @param {number[][]} X
 * @param {number[]} y
 * @param {number} missed
 * @returns {Point[]}
 */
export function levelCurve([[a, b], [c, d]], y, missed) {
  const det = a * d - b * c;
  return Array.from({ length: TURN + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / TURN;
    const [s, t] = [y[0] + missed * Math.cos(turn), y[1] + missed * Math.sin(turn)];
    return [(d * s - b * t) / det, (a * t - c * s) / det];
  });
}

/** @param {Rational} value @returns {string} exactly if that is short, else with three digits */
export function short(value) {
  const text = format(value);
  if (text.length <= LONGEST) return text;
  return about(value.valueOf(), 3);
}

/** @param {Rational} square @returns {string} its root, exactly if that is short and rational */
export function shortRoot(square) {
  const root = rationalRoot(square);
  if (root && format(root).length <= LONGEST) return format(root);
  return about(Math.sqrt(square.valueOf()), 3);
}

/** @param {Rational[]} w @returns {string} */
function shortVector(w) {
  const text = formatVector(w);
  if (text.length <= 2 * LONGEST) return text;
  return `≈ (${w.map((entry) => entry.valueOf().toFixed(3).replace("-", "−")).join(", ")})`;
}

/**
 * What the figure says in words.
 * @param {PenaltyState} state
 * @param {PenaltyFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ X, truth, error, penalty }, facts) {
  const plain = penaltyFacts({ X, truth, error, penalty: rational(0) });
  return [
    ["Ridge answer", `λ = ${format(penalty)}: w ${equals(shortVector(facts.w))}`],
    ["Distance from the true w", shortRoot(facts.distance)],
    ["Without a penalty", shortRoot(plain.distance)],
    ["Readings", `y = ${formatVector(facts.y)}`],
    ["Squared error", short(facts.missed)],
    ["Squared length", short(facts.length)],
  ];
}

/** @param {string} text @returns {string} with a sign of equality, if it has none */
function equals(text) {
  return text.startsWith("≈") ? text : `= ${text}`;
}
