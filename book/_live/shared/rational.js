// Exact rational numbers: how readers write them, and how pages write them. Arithmetic is
// fraction.js on BigInt, so nothing is ever rounded.
import Fraction from "fraction.js";
import { NotationError, plainNotation, quoted, withPlainSigns } from "./notation.js";
import { readNumber } from "./number_text.js";

/** @typedef {Fraction} Rational */

const MOST_DIGITS = 200; // nobody types more, and a longer paste would stop the page
const EXAMPLES = "such as 3, −2/5 or 0.25";

/**
 * Make a rational number of whole numbers.
 * @param {number | bigint} numerator
 * @param {number | bigint} [denominator]
 * @returns {Rational}
 */
export function rational(numerator, denominator = 1) {
  return new Fraction(numerator, denominator);
}

/**
 * Read a whole number, a fraction or a decimal; decimals are exact (0.25 is 1/4).
 * @param {string} text
 * @returns {Rational}
 */
export function parseRational(text) {
  const plain = text.trim();
  if (plain === "") throw new NotationError(`expected a number ${EXAMPLES}, received nothing`);
  if (plain.length > MOST_DIGITS) {
    const received = `received ${plain.length} characters`;
    throw new NotationError(`expected a number of at most ${MOST_DIGITS} characters, ${received}`);
  }
  const read = readNumber(plain);
  if (typeof read !== "string") return read;
  throw new NotationError(`expected a number ${EXAMPLES}, received ${quoted(plain)}: ${read}`);
}

/**
 * The numerator and the denominator that a text was written with; nothing if it is no fraction.
 * @param {string} text
 * @returns {[bigint, bigint] | null}
 */
export function writtenFraction(text) {
  const parts = /^[^√]*?(\d+) *\/ *(\d+)/.exec(withPlainSigns(plainNotation(text)));
  return parts && [BigInt(parts[1]), BigInt(parts[2])];
}

/**
 * Whether a text has a decimal point or comma: its number may have been rounded.
 * @param {string} text
 * @returns {boolean}
 */
export function isDecimal(text) {
  return /[.]|^[^,]*\d,\d[^,]*$/.test(text);
}

/**
 * Write a number exactly, with a minus sign: −36/25.
 * @param {Rational} number
 * @returns {string}
 */
export function format(number) {
  return number.toFraction().replace("-", "−");
}

/**
 * Write a number as a finite decimal, or null if it has none: 36/25 is 1.44, 1/3 has none.
 * @param {Rational} number
 * @returns {string | null}
 */
export function finiteDecimal(number) {
  for (let places = 0; places <= 12; places += 1) {
    const power = 10n ** BigInt(places);
    if (power % number.d !== 0n) continue;
    const digits = ((number.n * power) / number.d).toString().padStart(places + 1, "0");
    const point = digits.length - places;
    const fraction = places > 0 ? `.${digits.slice(point)}` : "";
    return `${number.s < 0n ? "−" : ""}${digits.slice(0, point)}${fraction}`;
  }
  return null;
}
