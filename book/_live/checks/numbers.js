// Checks of one number: "number" takes every exact spelling, "fraction" asks for lowest terms.
import {
  finiteDecimal,
  format,
  isDecimal,
  parseRational,
  writtenFraction,
} from "../shared/rational.js";
import { brief, isRounded, notExact, right, sentence, timesToo, wrong } from "./verdict.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {{ kind: string, answer: string }} NumberCheck */

/** @param {NumberCheck} check @param {string} text @returns {Verdict} */
export function judgeNumber(check, text) {
  const [value, answer] = [parseRational(text), parseRational(check.answer)];
  if (!value.equals(answer)) return wrong(fault(value, answer, text));
  if (check.kind === "fraction") return judgeSpelling(answer, text);
  const decimal = isDecimal(text) && finiteDecimal(value); // none of many places
  if (value.d > 1n && decimal && format(value).length <= decimal.length + 1) {
    return right(`Right: ${decimal} is exactly ${format(value)}.`);
  }
  return commonDivisor(text, answer) > 1n
    ? right(`Right. In lowest terms it is ${format(answer)}.`)
    : right();
}

/** @param {Rational} answer @param {string} text @returns {Verdict} */
function judgeSpelling(answer, text) {
  if (answer.d > 1n && isDecimal(text)) {
    return wrong("The value is right. Now write it as a fraction.");
  }
  const divisor = commonDivisor(text, answer);
  return divisor > 1n
    ? wrong(`The value is right. In lowest terms? Both numbers can be divided by ${divisor}.`)
    : right();
}

/**
 * What numerator and denominator were divided by, if the number was written as a fraction.
 * @param {string} text
 * @param {Rational} value
 * @returns {bigint}
 */
function commonDivisor(text, value) {
  const written = writtenFraction(text);
  return written ? written[1] / value.d : 1n;
}

/**
 * Say what is wrong with a number.
 * @param {Rational} value
 * @param {Rational} answer
 * @param {string} text
 * @returns {string}
 */
function fault(value, answer, text) {
  if (isDecimal(text) && isRounded(value, answer)) return notExact(value, answer);
  const nonzero = value.n !== 0n && answer.n !== 0n;
  if (nonzero && value.equals(answer.neg())) return "The size is right, the sign is not.";
  if (nonzero && value.equals(answer.inverse())) {
    return "This is the reciprocal: turn the fraction over.";
  }
  if (nonzero && value.equals(answer.mul(answer))) return "This is the square of the answer.";
  if (nonzero && value.mul(value).equals(answer)) return "The square of this is the answer.";
  const factor = nonzero ? value.div(answer) : null;
  if (factor && factor.s > 0n && (factor.n === 1n || factor.d === 1n)) {
    const subject = answer.s < 0n ? "The sign is right, but the size" : "This";
    return `${subject} is ${timesToo(factor, "large", "small")}.`;
  }
  if (answer.n !== 0n && value.s !== answer.s && value.n !== 0n) {
    return `The sign is wrong: the answer is ${answer.s > 0n ? "positive" : "negative"}.`;
  }
  const written = (isDecimal(text) && finiteDecimal(value)) || format(value);
  return sentence(`${brief(value, written)} is too ${value.gt(answer) ? "large" : "small"}`);
}
