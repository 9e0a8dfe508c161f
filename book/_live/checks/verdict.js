// What a check says about an answer, and the sentences that several kinds of checks share.
import { apply } from "../shared/matrix.js";
import { NotationError } from "../shared/notation.js";
import { finiteDecimal, format, rational } from "../shared/rational.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("../shared/matrix.js").Vector} Vector */
/** @typedef {import("../shared/matrix.js").Matrix} Matrix */
/** @typedef {"right" | "wrong" | "malformed"} State */
/** @typedef {{ state: State, message: string }} Verdict */

/** @param {string} [message] @returns {Verdict} */
export function right(message = "Right.") {
  return { state: "right", message };
}

/** @param {string} message @returns {Verdict} */
export function wrong(message) {
  return { state: "wrong", message };
}

/** @param {number | bigint} number @param {string} noun @returns {string} */
export function count(number, noun) {
  return `${number} ${noun}${Number(number) === 1 ? "" : "s"}`;
}

/**
 * Join words: "1", "1 and 3", "1, 2 and 3".
 * @param {(string | number)[]} words
 * @returns {string}
 */
export function list(words) {
  const [last, ...before] = words.toReversed();
  return before.length > 0 ? `${before.toReversed().join(", ")} and ${last}` : String(last);
}

/**
 * Refuse a vector of another length.
 * @param {Vector} vector
 * @param {number} length
 * @param {string} [place]
 */
export function expectLength(vector, length, place = "") {
  if (vector.length !== length) {
    throw new NotationError(
      `expected ${count(length, "number")}, received ${vector.length}${place}`,
    );
  }
}

/**
 * Whether a decimal is what rounding or cutting off makes of a number that is not equal to it.
 * @param {Rational} value
 * @param {Rational} exact
 * @returns {boolean}
 */
export function isRounded(value, exact) {
  const places = finiteDecimal(value)?.split(".")[1]?.length ?? 0;
  if (places === 0 || value.equals(exact)) return false;
  const gap = exact
    .sub(value)
    .abs()
    .mul(rational(10n ** BigInt(places)));
  const isCut = gap.lt(1) && value.abs().lt(exact.abs());
  return gap.lte(rational(1, 2)) || isCut;
}

/**
 * Say that a decimal is not the number that it was made from.
 * @param {Rational} value
 * @param {Rational} exact
 * @returns {string}
 */
export function notExact(value, exact) {
  const decimal = finiteDecimal(exact);
  const written = decimal ?? format(exact);
  const remedy = decimal ? "Give all decimals, or a fraction." : "Write the fraction.";
  return `You rounded: ${finiteDecimal(value)} is not ${written}. ${remedy}`;
}

const LONGEST = 24; // characters of a number that a sentence repeats

/**
 * Write a number for a sentence, which is to stay one: the longest are only described.
 * @param {Rational} value
 * @param {string} [written]
 * @returns {string}
 */
export function brief(value, written = format(value)) {
  if (written.length <= LONGEST) return written;
  return `a number of ${written.replace(/\D/g, "").length} digits`;
}

/**
 * Say how many times too large a positive factor is.
 * @param {Rational} factor
 * @param {string} more "large" or "long"
 * @param {string} less "small" or "short"
 * @returns {string}
 */
export function timesToo(factor, more, less) {
  if (format(factor).length > LONGEST) return `far too ${factor.gt(1) ? more : less}`;
  if (factor.d === 1n) return `${factor.n} times too ${more}`;
  if (factor.n === 1n) return `${factor.d} times too ${less}`;
  return `${format(factor)} times as ${more} as it should be`;
}

/**
 * Say which rows of A x = b do not hold, or return null if all do.
 * @param {Matrix} A
 * @param {Vector} x
 * @param {Vector} b
 * @returns {string | null}
 */
export function failingRows(A, x, b) {
  const left = apply(A, x);
  const failing = left.flatMap((value, i) => {
    const subject = A.length === 1 ? "the left side" : `row ${i + 1}`;
    return value.equals(b[i]) ? [] : [`${subject} gives ${brief(value)}, not ${format(b[i])}`];
  });
  return failing.length > 0 ? sentence(failing.join("; ")) : null;
}

/** @param {string} words @returns {string} */
export function sentence(words) {
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}
