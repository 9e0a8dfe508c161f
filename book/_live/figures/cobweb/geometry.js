// The angle between two inputs, layer after layer of infinitely many ReLU units. Nothing here draws.
import { finiteDecimal, format, rational } from "../../shared/rational.js";
import { rounded } from "../kit/notation.js";
import { snap } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */

export const STEP = rational(1); // of the start, in degrees
export const TARGET = Math.PI / 18; // ten degrees, a line to reach
export const MOST = rational(180);
const SPECIAL = [0, 60, 90, 120, 180];
const NEAR = 3; // degrees from which they attract
const SMALL = 0.5; // up to here a series takes the place of a difference
const TERMS = 8;

/** @param {number} theta @returns {number} sin θ − θ cos θ, of a small angle by θ³/3 − θ⁵/30 + … */
function gap(theta) {
  if (theta >= SMALL) return Math.sin(theta) - theta * Math.cos(theta);
  let [sum, power] = [0, theta]; // ±θ^(2k+1)/(2k+1)!
  for (let k = 1; k <= TERMS; k += 1) {
    power *= (theta * theta) / (2 * k * (2 * k + 1));
    sum += (k % 2 ? 1 : -1) * 2 * k * power;
  }
  return sum;
}

/** @param {number} theta from 0 to π @returns {number} the angle after one layer, to the last digits */
export function nextAngle(theta) {
  const lost = (2 * Math.PI * Math.sin(theta / 2) ** 2 - gap(theta)) / Math.PI; // 1 − cos θ₊
  return 2 * Math.asin(Math.sqrt(Math.max(0, Math.min(1, lost / 2))));
}

/** @param {number} start @param {number} layers @returns {Point[]} from the axis to the curve, and so on */
export function staircase(start, layers) {
  /** @type {Point[]} */
  const corners = [[start, 0]];
  let theta = start;
  for (let k = 0; k < layers; k += 1) {
    const after = nextAngle(theta);
    corners.push([theta, after], [after, after]);
    theta = after;
  }
  if (layers === 0) corners.push([start, start]);
  return corners;
}

/** @param {Rational} degrees @returns {number} */
export function radians(degrees) {
  return (degrees.valueOf() * Math.PI) / 180;
}

/** @param {number} theta @returns {Rational} in degrees; special angles attract */
export function startNear(theta) {
  const wanted = kept(snap((theta * 180) / Math.PI, STEP));
  const special = SPECIAL.find((one) => Math.abs(one - wanted.valueOf()) < NEAR);
  return special === undefined ? wanted : rational(special);
}

/** @param {Rational} degrees @returns {Rational} no further than the ends */
export function kept(degrees) {
  if (degrees.gt(MOST)) return MOST;
  return degrees.lt(0) ? rational(0) : degrees;
}

/** @param {Rational} degrees @returns {string} */
export function written(degrees) {
  return `${finiteDecimal(degrees) ?? format(degrees)}°`;
}

/** @param {number} number @returns {string} θ with a small number */
export function angleName(number) {
  return `θ${[...String(number)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("")}`;
}

/** @param {Rational} degrees @returns {string} what is special about a start */
function remark(degrees) {
  if (degrees.n === 0n) return ": equal directions stay equal";
  if (degrees.equals(90)) return ": orthogonal inputs";
  return degrees.equals(MOST) ? ": opposite inputs, orthogonal after one layer" : "";
}

/**
 * What the figure says in words.
 * @param {Rational} start in degrees
 * @param {number} layers
 * @returns {[string, string][]}
 */
export function readout(start, layers) {
  const corners = staircase(radians(start), layers);
  const [theta] = corners[corners.length - 1];
  const degrees = Number(((theta * 180) / Math.PI).toPrecision(3));
  const side = theta > TARGET ? "still above 10°" : "no longer above 10°";
  const counted = `${layers} ${layers === 1 ? "layer" : "layers"}`;
  const times = rounded((layers * theta) / Math.PI, 2);
  return [
    ["Angle", `${degrees}° after ${counted}, ${side}`],
    ["Layers times angle", `l θ = ${times}π${start.n === 0n ? "" : ", in the long run 3π"}`],
    ["Start", `θ₀ = ${written(start)}${remark(start)}`],
    ["Cosine", `cos θ = ${rounded(Math.cos(theta), 4)}`],
  ];
}
