// Checks of one vector: a certain one, any solution of A x = b, any vector orthogonal to others,
// any multiple of one.
import {
  apply,
  dot,
  equal,
  formatVector,
  isZero,
  multipleOf,
  parseVector,
  subtract,
} from "../shared/matrix.js";
import { isDecimal, parseRational, rational } from "../shared/rational.js";
import {
  brief,
  expectLength,
  failingRows,
  isRounded,
  list,
  notExact,
  right,
  sentence,
  timesToo,
  wrong,
} from "./verdict.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("../shared/matrix.js").Vector} Vector */
/** @typedef {import("../shared/matrix.js").Matrix} Matrix */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {{ A: string[][], b: string[] }} System */
/** @typedef {{ answer: string[], A?: string[][], b?: string[], wanted?: string }} VectorCheck */

/** @param {string[]} texts @returns {Vector} */
export const exactVector = (texts) => texts.map(parseRational);

/** @param {string[][]} rows @returns {Matrix} */
export const exactMatrix = (rows) => rows.map(exactVector);

/** @param {VectorCheck} check @param {string} text @returns {Verdict} */
export function judgeVector(check, text) {
  const [x, answer] = [parseVector(text), exactVector(check.answer)];
  expectLength(x, answer.length);
  if (equal(x, answer)) return right();
  return wrong(
    roundedEntry(x, answer, text) ??
      reordered(x, answer) ??
      (check.A && check.b && anotherSolution(check, x, answer)) ??
      wrongLength(x, answer) ??
      wrongSigns(x, answer) ??
      wrongEntries(check, x, answer),
  );
}

/** @param {Vector} x @param {Vector} answer @param {string} text @returns {string | null} */
function roundedEntry(x, answer, text) {
  if (!isDecimal(text)) return null;
  const near = x.map((entry, i) => isRounded(entry, answer[i]));
  const all = near.every((rounded, i) => rounded || x[i].equals(answer[i]));
  const first = near.indexOf(true);
  return all ? notExact(x[first], answer[first]) : null;
}

/** @param {Vector} x @param {Vector} answer @returns {string | null} */
function reordered(x, answer) {
  /** @param {Vector} v */
  const sorted = (v) => [...v].sort((p, q) => p.compare(q));
  return equal(sorted(x), sorted(answer))
    ? "These are the right numbers in the wrong order."
    : null;
}

/**
 * Say that x solves A x = b but is another solution than the one asked for.
 * @param {VectorCheck} check
 * @param {Vector} x
 * @param {Vector} answer
 * @returns {string | null}
 */
function anotherSolution({ A = [], b = [], wanted = "the solution asked for" }, x, answer) {
  if (failingRows(exactMatrix(A), x, exactVector(b))) return null;
  const subject = A.length === 1 ? "the equation" : "the system";
  const way = formatVector(primitive(subtract(answer, x)));
  return `This solves ${subject}, but it is not ${wanted}: that one is t·${way} away, for some t.`;
}

/**
 * The shortest vector of whole numbers in a direction, its first entry positive.
 * @param {Vector} vector
 * @returns {Vector}
 */
function primitive(vector) {
  const common = vector.reduce((all, entry) => all.gcd(entry), rational(0));
  const first = vector.find((entry) => entry.n !== 0n) ?? rational(1);
  return vector.map((entry) => entry.div(common).mul(rational(first.s)));
}

/** @param {Vector} x @param {Vector} answer @returns {string | null} */
function wrongLength(x, answer) {
  const factor = multipleOf(x, answer);
  if (!factor || factor.n === 0n || x.length === 1) return null;
  if (factor.equals(-1)) return "Right length, but it points the opposite way: turn every sign.";
  const times = timesToo(factor.abs(), "long", "short");
  return factor.s > 0n
    ? `Right direction, wrong length: yours is ${times}.`
    : `It points the opposite way, and it is ${times}.`;
}

/** @param {Vector} x @param {Vector} answer @returns {string | null} */
function wrongSigns(x, answer) {
  if (!x.every((entry, i) => entry.abs().equals(answer[i].abs()))) return null;
  const places = x.flatMap((entry, i) => (entry.equals(answer[i]) ? [] : [i + 1]));
  return places.length === 1
    ? `Entry ${places[0]} has the wrong sign.`
    : `Entries ${list(places)} have the wrong sign.`;
}

/** @param {VectorCheck} check @param {Vector} x @param {Vector} answer @returns {string} */
function wrongEntries({ A, b }, x, answer) {
  const failing = A && b ? failingRows(exactMatrix(A), x, exactVector(b)) : null;
  const good = x.flatMap((entry, i) => (entry.equals(answer[i]) ? [i + 1] : []));
  const places = good.length > 1 ? `Entries ${list(good)} are right` : `Entry ${good[0]} is right`;
  if (failing) return good.length > 0 ? `${failing} ${places}.` : failing;
  if (good.length > 0)
    return `${places}. Look at the other${x.length - good.length > 1 ? "s" : ""} again.`;
  const sizes = x.map(
    (entry, i) => `entry ${i + 1} is too ${entry.gt(answer[i]) ? "large" : "small"}`,
  );
  return sentence(list(sizes));
}

/** @param {System} check @param {string} text @returns {Verdict} */
export function judgeSolution(check, text) {
  const [A, b, x] = [exactMatrix(check.A), exactVector(check.b), parseVector(text)];
  expectLength(x, A[0].length);
  const failing = failingRows(A, x, b);
  if (!failing)
    return right(A.length === 1 ? "Right: the equation holds." : "Right: every row holds.");
  const almost = apply(A, x).every((left, i) => left.sub(b[i]).abs().lt(rational(1, 20)));
  const rounded = isDecimal(text) && almost;
  return wrong(rounded ? `${failing} You rounded: write fractions.` : failing);
}

/** @param {{ to: string[][] }} check @param {string} text @returns {Verdict} */
export function judgeOrthogonal(check, text) {
  const [to, x] = [exactMatrix(check.to), parseVector(text)];
  expectLength(x, to[0].length);
  if (isZero(x)) return wrong("The zero vector is orthogonal to every vector: give another one.");
  const failing = to.find((vector) => dot(vector, x).n !== 0n);
  if (!failing) return right();
  const product = brief(dot(failing, x));
  return wrong(`Its inner product with ${formatVector(failing)} is ${product}, not 0.`);
}

/** @param {{ of: string[] }} check @param {string} text @returns {Verdict} */
export function judgeMultiple(check, text) {
  const [of, x] = [exactVector(check.of), parseVector(text)];
  expectLength(x, of.length);
  if (isZero(x)) return wrong("The zero vector has no direction: give another multiple.");
  if (multipleOf(x, of)) return right();
  const zero = of.findIndex((entry, i) => entry.n === 0n && x[i].n !== 0n);
  if (zero >= 0)
    return wrong(`Entry ${zero + 1} of every multiple is 0; yours is ${brief(x[zero])}.`);
  const factors = of.flatMap((entry, i) =>
    entry.n === 0n ? [] : [`entry ${i + 1} needs the factor ${brief(x[i].div(entry))}`],
  );
  return wrong(`No single factor fits: ${list(factors)}.`);
}
