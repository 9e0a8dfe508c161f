// Duals of activations: the curve E ϕ(u)ϕ(v) over the correlation of u and v, and the mean over a
// cloud of pairs that estimates its height. Nothing here draws.
import { finiteDecimal, format, rational } from "../../shared/rational.js";
import { rounded } from "../kit/notation.js";
import { snap } from "../kit/steps.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} Activation
 * @property {string} name as the package has it
 * @property {string} text as readers choose it
 * @property {(t: number) => number} value
 * @property {(rho: number) => number} curve
 * @property {string} formula of the curve
 * @property {[value: number, text: string][]} ticks the ends of the scale and its middle
 */

export const STEP = rational(1, 50); // in which the correlation is moved
const SPECIAL = [rational(-1), rational(0), rational(1, 2), rational(1)];
const NEAR = 0.04; // from here the special ones attract
const SIZE = 1.6; // radius in points of a mark whose product is 1
const LARGEST = 4;
const ENOUGH = 6; // beyond, erf is ±1 to the last digit

/**
 * By a series without cancellation: x + 2x³/3 + 4x⁵/15 + …, times e^(−x²) 2/√π.
 * @param {number} x
 * @returns {number}
 */
export function erf(x) {
  if (Math.abs(x) > ENOUGH) return Math.sign(x);
  let [sum, term] = [x, x];
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k += 1) {
    term *= (2 * x * x) / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** @param {number} rho @returns {number} */
function arc(rho) {
  return Math.sqrt(1 - rho * rho);
}

/** @type {Activation["ticks"]} */
const HALVES = [
  [0, "0"],
  [0.25, "1/4"],
  [0.5, "1/2"],
];
/** @type {Activation["ticks"]} */
const SIGNED = [
  [-0.5, "−1/2"],
  [0, "0"],
  [0.5, "1/2"],
];

/** @type {Activation[]} */
export const ACTIVATIONS = [
  {
    name: "step",
    text: "step",
    value: (t) => (Math.sign(t) + 1) / 2,
    curve: (rho) => 0.5 - Math.acos(rho) / (2 * Math.PI),
    formula: "(π − arccos ρ)/(2π)",
    ticks: HALVES,
  },
  {
    name: "relu",
    text: "ReLU",
    value: (t) => Math.max(t, 0),
    curve: (rho) => (arc(rho) + (Math.PI - Math.acos(rho)) * rho) / (2 * Math.PI),
    formula: "(√(1 − ρ²) + (π − arccos ρ) ρ)/(2π)",
    ticks: HALVES,
  },
  {
    name: "abs",
    text: "|x|",
    value: Math.abs,
    curve: (rho) => (2 / Math.PI) * (arc(rho) + rho * Math.asin(rho)),
    formula: "(2/π) (√(1 − ρ²) + ρ arcsin ρ)",
    ticks: [
      [0, "0"],
      [0.5, "1/2"],
      [1, "1"],
    ],
  },
  {
    name: "erf",
    text: "erf",
    value: erf,
    curve: (rho) => (2 / Math.PI) * Math.asin((2 * rho) / 3),
    formula: "(2/π) arcsin(2ρ/3)",
    ticks: SIGNED,
  },
  {
    name: "sin",
    text: "sin",
    value: Math.sin,
    curve: (rho) => Math.sinh(rho) / Math.E,
    formula: "e⁻¹ sinh ρ",
    ticks: SIGNED,
  },
  {
    name: "identity",
    text: "identity",
    value: (t) => t,
    curve: (rho) => rho,
    formula: "ρ",
    ticks: [
      [-1, "−1"],
      [0, "0"],
      [1, "1"],
    ],
  },
];

/** @param {Point[]} cloud of independent numbers @param {number} rho @returns {Point[]} correlated */
export function pairsOf(cloud, rho) {
  const across = arc(rho);
  return cloud.map(([g, h]) => [g, rho * g + across * h]);
}

/** @param {Activation} activation @param {Point[]} pairs @returns {number[]} */
export function productsOf({ value }, pairs) {
  return pairs.map(([u, v]) => value(u) * value(v));
}

/** @param {number[]} numbers @returns {number} */
export function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** @param {Point[]} cloud @param {Activation} activation @param {number} rho @returns {number} */
export function meanOver(cloud, activation, rho) {
  return mean(productsOf(activation, pairsOf(cloud, rho)));
}

/** @param {number} product @returns {number} in points, of a mark whose area is the product's size */
export function radiusOf(product) {
  return Math.min(Math.round(2 * SIZE * Math.sqrt(Math.abs(product))) / 2, LARGEST);
}

/** @param {Activation} activation @param {number} height @returns {number} −1 and 1 are the scale's ends */
export function scaled({ ticks }, height) {
  const [low, high] = [ticks[0][0], ticks[ticks.length - 1][0]];
  return (2 * height - low - high) / (high - low);
}

/** @param {number} wanted @returns {Rational} a correlation near it; special ones attract */
export function correlationNear(wanted) {
  const inside = Math.max(-1, Math.min(1, wanted));
  const special = SPECIAL.find((one) => Math.abs(one.valueOf() - inside) < NEAR);
  return special ?? snap(inside, STEP);
}

/** @param {Rational} rho @returns {Rational} no further than the ends */
export function kept(rho) {
  if (rho.gt(1)) return rational(1);
  return rho.lt(-1) ? rational(-1) : rho;
}

/** @param {Rational} number @returns {string} as a decimal if it has one */
export function written(number) {
  return finiteDecimal(number) ?? format(number);
}

/** @param {Rational} rho @returns {string} what is special about it */
function remark(rho) {
  if (rho.equals(1)) return ", so u = v";
  if (rho.equals(-1)) return ", so v = −u";
  return rho.n === 0n ? ", so u and v are independent" : "";
}

/**
 * What the figure says in words.
 * @param {Point[]} cloud
 * @param {Activation} activation
 * @param {Rational} rho
 * @returns {[string, string][]}
 */
export function readout(cloud, activation, rho) {
  const at = rho.valueOf();
  const products = productsOf(activation, pairsOf(cloud, at));
  const [found, exact] = [mean(products), activation.curve(at)];
  const variance = mean(products.map((one) => (one - found) ** 2));
  const usual = rounded(Math.sqrt(variance / cloud.length), 3);
  const angle = Number(((Math.acos(at) * 180) / Math.PI).toFixed(1));
  return [
    ["Mean over the cloud", `${rounded(found, 2)}, curve ${rounded(exact, 2)}`],
    ["Correlation", `ρ = ${written(rho)}, inputs at an angle of ${angle}°${remark(rho)}`],
    ["Curve", `${activation.formula} = ${rounded(exact, 4)}`],
    [
      "Missed by",
      `${rounded(Math.abs(found - exact), 3)}; ${usual} is usual for ${cloud.length} pairs`,
    ],
  ];
}
