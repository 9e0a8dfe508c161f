// The pseudoinverse of the rows (1, 1) and (1, 1 + ε) as ε moves through 0, in exact numbers.
// Nothing here draws.
import { apply, formatVector } from "../../shared/matrix.js";
import { format, rational } from "../../shared/rational.js";
import { pseudoinverse } from "../kit/map_geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */

const READINGS = [rational(2), rational(3)];

/** @param {Rational} epsilon @returns {Rational[][]} */
export function almostSingular(epsilon) {
  const one = rational(1);
  return [
    [one, one],
    [one, one.add(epsilon)],
  ];
}

/**
 * What the figure says in words.
 * @param {Rational} epsilon
 * @returns {[string, string][]}
 */
export function readout(epsilon) {
  const A = almostSingular(epsilon);
  const back = pseudoinverse(A);
  const largest = back
    .flat()
    .reduce((most, entry) => (entry.abs().gt(most) ? entry.abs() : most), rational(0));
  return [
    ["A", `rows ${A.map(formatVector).join(" and ")}, rank ${epsilon.n === 0n ? 1 : 2}`],
    ["A⁺", `rows ${back.map(formatVector).join(" and ")}`],
    ["Largest entry of A⁺", format(largest)],
    ["A⁺b for b = (2, 3)", formatVector(apply(back, READINGS))],
  ];
}

/**
 * Where the ring is: the last entry over ε, or the edge of the picture before it.
 * @param {Rational} epsilon
 * @param {number} reach of ε
 * @param {number} high of the entry
 * @returns {Point}
 */
export function ringAt(epsilon, reach, high) {
  const entry = pseudoinverse(almostSingular(epsilon))[1][1].valueOf();
  const clamp = (/** @type {number} */ value, /** @type {number} */ most) =>
    Math.max(-most, Math.min(most, value));
  return [clamp(epsilon.valueOf(), reach), clamp(entry, high)];
}
