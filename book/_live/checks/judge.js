// Judge an answer: what kind of check it is decides how it is read and what is said about it.
import { NotationError } from "../shared/notation.js";
import { judgeBasis, judgeMatrix, judgeRank } from "./matrices.js";
import { judgeNumber } from "./numbers.js";
import { judgeMultiple, judgeOrthogonal, judgeSolution, judgeVector } from "./vectors.js";
import { count, sentence } from "./verdict.js";

/** @typedef {import("./verdict.js").Verdict} Verdict */
/** What the build wrote about a check; see linalg_book.live.expected.
 * @typedef {{ kind: string } & Record<string, any>} Check */

/** @type {Record<string, (check: any, text: string) => Verdict>} */
const JUDGES = {
  number: judgeNumber,
  fraction: judgeNumber,
  vector: judgeVector,
  solution: judgeSolution,
  orthogonal: judgeOrthogonal,
  multiple: judgeMultiple,
  matrix: judgeMatrix,
  rank: judgeRank,
  basis: judgeBasis,
};

/**
 * Judge what a reader wrote.
 * @param {Check} check
 * @param {string} text
 * @returns {Verdict}
 */
export function judge(check, text) {
  try {
    return JUDGES[check.kind](check, text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    return { state: "malformed", message: sentence(error.message) };
  }
}

/**
 * Numbers of the kind that is asked for: fractions and signs only where the answer has some.
 * @param {string[]} [answer] nothing where there are many answers
 * @returns {string[]}
 */
function examples(answer) {
  const has = (/** @type {string} */ sign) => !answer || answer.some((text) => text.includes(sign));
  const made = [has("/") ? "1/2" : "5", has("-") ? "−3" : "3", "0", "1"];
  const written = answer?.map((text) => text.replace("-", "−")) ?? [];
  if (written.length === 1) return made.filter((text) => text !== written[0]); // gives it away
  return answer && written.every((text, i) => text === made[i]) ? made.toReversed() : made;
}

/**
 * Some numbers, to show how a vector is written.
 * @param {number} length
 * @param {string[]} [answer]
 * @returns {string}
 */
function example(length, answer) {
  const made = examples(answer);
  return length > made.length ? `${made[0]}, ${made[1]}, …` : made.slice(0, length).join(", ");
}

/**
 * Say how an answer with letters is written.
 * @param {{ answer: string[][], letters: string[] }} check
 * @returns {string}
 */
function withLetters({ answer, letters }) {
  const example = `5${letters[0]}^2 − ${letters.at(-1)}/4`;
  const each = answer.length > 1 ? "Rows with semicolons between them, with commas" : "Commas";
  const isOne = answer.length === 1 && answer[0].length === 1;
  const shape = isOne ? "" : `${each} between the entries. `;
  return `${shape}An expression such as ${example}.`;
}

/**
 * Say how an answer to a check is written.
 * @param {Check} check
 * @returns {string}
 */
export function howToWrite(check) {
  if (check.kind === "number") {
    const [first, second] = examples([check.answer]);
    return check.answer.includes("/")
      ? "A number such as 3, −2/5 or 0.25."
      : `A number such as ${first} or ${second}.`;
  }
  if (check.kind === "fraction") return "A fraction such as −2/5, or a whole number.";
  if (check.kind === "matrix" || check.kind === "rank") {
    const [first, second] = examples(check.answer?.flat());
    return `Rows with semicolons between them, such as 1 0; ${first} ${second}.`;
  }
  if (check.kind === "basis") {
    const length = /^(null|row)$/.test(check.space) ? check.A[0].length : check.A.length;
    return `Vectors with semicolons between them, each such as (${example(length)}).`;
  }
  if (check.kind === "symbolic") {
    return withLetters(/** @type {any} */ (check));
  }
  const { length } = check.answer ?? check.of ?? check.to?.[0] ?? check.A[0];
  return `${count(length, "number")}, such as ${example(length, check.answer)}.`;
}
