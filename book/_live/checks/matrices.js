// Checks of several vectors at once: a certain matrix, any matrix of a rank, any basis of a space.
import {
  apply,
  equal,
  formatVector,
  isZero,
  multipleOf,
  parseMatrix,
  rank,
  transpose,
} from "../shared/matrix.js";
import { NotationError } from "../shared/notation.js";
import { exactMatrix, exactVector } from "./vectors.js";
import {
  brief,
  count,
  expectLength,
  failingRows,
  list,
  right,
  timesToo,
  wrong,
} from "./verdict.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("../shared/matrix.js").Vector} Vector */
/** @typedef {import("../shared/matrix.js").Matrix} Matrix */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {"null" | "row" | "column" | "left-null"} Space */
/**
 * @typedef {{ rank?: number, rows: number, columns: number, symmetric?: boolean,
 *   x?: string[], b?: string[] }} RankCheck
 */

/** @param {number} m @param {number} n @returns {string} */
const shape = (m, n) => `${count(m, "row")} of ${count(n, "number")}`;

/** @param {Matrix} A @param {number} rows @param {number} columns */
function expectShape(A, rows, columns) {
  if (A.length !== rows || A[0].length !== columns) {
    const received = shape(A.length, A[0].length);
    throw new NotationError(`expected ${shape(rows, columns)}, received ${received}`);
  }
}

/** @param {{ answer: string[][] }} check @param {string} text @returns {Verdict} */
export function judgeMatrix(check, text) {
  const [X, answer] = [parseMatrix(text), exactMatrix(check.answer)];
  expectShape(X, answer.length, answer[0].length);
  const [x, wanted] = [X.flat(), answer.flat()];
  if (equal(x, wanted)) return right();
  if (X.length === X[0].length && equal(transpose(X).flat(), wanted)) {
    return wrong("This is the transpose: exchange rows and columns.");
  }
  const factor = multipleOf(x, wanted);
  if (factor && factor.n !== 0n) {
    return wrong(wrongFactor(factor, wanted));
  }
  return wrong(wrongEntries(X, answer));
}

/** @param {Rational} factor @param {Vector} wanted @returns {string} */
function wrongFactor(factor, wanted) {
  const entry = wanted.some(({ n }) => n === 0n) ? "Every nonzero entry" : "Every entry";
  if (factor.equals(-1)) return `${entry} has the wrong sign.`;
  const times = timesToo(factor.abs(), "large", "small");
  return `In size, ${entry.toLowerCase()} is ${times}${factor.s < 0n ? ", and the signs are wrong" : ""}.`;
}

/** @param {Matrix} X @param {Matrix} answer @returns {string} */
function wrongEntries(X, answer) {
  const faults = X.flatMap((row, i) =>
    row.flatMap((entry, j) => {
      const wanted = answer[i][j];
      if (entry.equals(wanted)) return [];
      const isSign = entry.equals(wanted.neg());
      const fault = isSign
        ? "has the wrong sign"
        : `is too ${entry.gt(wanted) ? "large" : "small"}`;
      return [`entry (${i + 1}, ${j + 1}) ${fault}`];
    }),
  );
  const [total, good] = [X.flat().length, X.flat().length - faults.length];
  const start = good > 0 ? `${good} of ${total} entries are right; ` : "No entry is right: ";
  const shown = faults.length > 3 ? [...faults.slice(0, 2), "so on"] : faults;
  return `${start}${list(shown)}.`;
}

/** @param {RankCheck} check @param {string} text @returns {Verdict} */
export function judgeRank(check, text) {
  const A = parseMatrix(text);
  expectShape(A, check.rows, check.columns);
  if (check.symmetric) {
    for (let i = 0; i < A.length; i += 1) {
      const j = A[i].findIndex((entry, k) => !entry.equals(A[k][i]));
      if (j >= 0) {
        const [here, there] = [brief(A[i][j]), brief(A[j][i])];
        const places = `entry (${i + 1}, ${j + 1}) is ${here}, entry (${j + 1}, ${i + 1}) is ${there}`;
        return wrong(`The matrix is not symmetric: ${places}.`);
      }
    }
  }
  if (check.x && check.b) {
    const failing = failingRows(A, exactVector(check.x), exactVector(check.b));
    if (failing) return wrong(`${failing} Here x = ${formatVector(exactVector(check.x))}.`);
  }
  const r = rank(A);
  if (check.rank === undefined || r === check.rank) return right();
  const dependence = r < check.rank ? dependent(A, "row") : "";
  return wrong(`The rank is ${r}, not ${check.rank}${dependence && `: ${dependence}`}.`);
}

/**
 * Name the first vector that is a combination of those before it; "" if all are independent.
 * @param {Matrix} vectors
 * @param {string} noun
 * @returns {string}
 */
function dependent(vectors, noun) {
  for (let k = 0; k < vectors.length; k += 1) {
    if (isZero(vectors[k])) return `${noun} ${k + 1} is zero`;
    for (let i = 0; i < k; i += 1) {
      const factor = multipleOf(vectors[k], vectors[i]);
      if (factor?.equals(1)) return `${noun} ${k + 1} equals ${noun} ${i + 1}`;
      if (factor) return `${noun} ${k + 1} is ${brief(factor)} times ${noun} ${i + 1}`;
    }
    if (rank(vectors.slice(0, k + 1)) <= k) {
      return `${noun} ${k + 1} is a combination of the ${noun}s before it`;
    }
  }
  return "";
}

const NAMES = {
  null: "null space",
  row: "row space",
  column: "column space",
  "left-null": "left null space",
};

/**
 * Say why a vector is not in the space, or return null.
 * @param {Vector} vector
 * @param {Matrix} A
 * @param {Space} space
 * @returns {string | null}
 */
function outside(vector, A, space) {
  const lines = space === "left-null" || space === "column" ? transpose(A) : A;
  const noun = space === "left-null" || space === "column" ? "column" : "row";
  if (space === "row" || space === "column") {
    return rank([...lines, vector]) > rank(lines) ? `it is no combination of the ${noun}s` : null;
  }
  const products = apply(lines, vector);
  const k = products.findIndex((value) => value.n !== 0n);
  if (k < 0) return null;
  const place = lines.length === 1 ? "" : ` ${noun} ${k + 1}`;
  const line = place ? `${place} · vector` : ` ${formatVector(lines[0])} · vector`;
  return `${line.trim()} = ${brief(products[k])}, not 0`;
}

/**
 * @param {{ A: string[][], space: Space, dimension: number }} check
 * @param {string} text
 * @returns {Verdict}
 */
export function judgeBasis(check, text) {
  const [A, vectors] = [exactMatrix(check.A), parseMatrix(text)];
  const length = check.space === "null" || check.space === "row" ? A[0].length : A.length;
  const name = NAMES[check.space];
  vectors.forEach((vector, i) => {
    const together = vectors.length === 1 && vector.length % length === 0;
    const place = vectors.length > 1 ? ` in vector ${i + 1}` : "";
    expectLength(vector, length, together ? ": put semicolons between vectors" : place);
  });
  for (const [i, vector] of vectors.entries()) {
    const subject = vectors.length > 1 ? `Vector ${i + 1}` : "This vector";
    if (isZero(vector)) return wrong(`${subject} is the zero vector: no basis contains it.`);
    const reason = outside(vector, A, check.space);
    if (reason) return wrong(`${subject} is not in the ${name}: ${reason}.`);
  }
  const reason = dependent(vectors, "vector");
  if (reason) return wrong(`The ${vectors.length} vectors are dependent: ${reason}.`);
  const few = vectors.length === 1 ? "1 vector is" : `${vectors.length} vectors are`;
  return vectors.length < check.dimension
    ? wrong(`In the ${name}, but ${few} not enough: its dimension is ${check.dimension}.`)
    : right(`Right: ${count(check.dimension, "independent vector")} of the ${name}.`);
}
