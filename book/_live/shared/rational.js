// Exact rational numbers: how readers write them, and how pages write them. Arithmetic is
// fraction.js on BigInt, so nothing is ever rounded.
import Fraction from "fraction.js";

/** @typedef {Fraction} Rational */

const MOST_DIGITS = 200; // nobody types more, and a longer paste would stop the page
const MINUS = /[\u2010-\u2013\u2212\ufe63\uff0d]/g; // hyphens, dashes and minus signs
const SLASH = /[\u2044\u2215]/g; // fraction slash, division slash
const EXAMPLES = "such as 3, −2/5 or 0.25";

/** What a reader wrote is no number: the message says what was expected and received. */
export class NotationError extends Error {}

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
 * Write the minus signs and slashes of all keyboards as "-" and "/".
 * @param {string} text
 * @returns {string}
 */
export function withPlainSigns(text) {
  return text.replace(MINUS, "-").replace(SLASH, "/");
}

/**
 * Shorten what was received, for a message.
 * @param {string} text
 * @returns {string}
 */
export function quoted(text) {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return `“${short}”`;
}

/**
 * Say what to write instead of this text.
 * @param {string} text
 * @returns {string}
 */
function remedy(text) {
  const mixed = /^([+-]?) *(\d+) +(\d+) *\/ *(0*[1-9]\d*)$/.exec(text);
  if (mixed) {
    const [sign, whole, n, d] = mixed.slice(1);
    return `write it as one fraction: ${sign}${BigInt(whole) * BigInt(d) + BigInt(n)}/${d}`;
  }
  if (/^[+-]?\d+,\d+$/.test(text)) return `write a decimal point: ${text.replace(",", ".")}`;
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(text)) return "write it out, without a power of ten";
  if (/%$/.test(text)) return "write a fraction or a decimal instead of percent";
  const named = /^\w+ *= *([^=]+)$/.exec(text);
  if (named) return `write only what is on the right: ${named[1]}`;
  if (/^[+-]?\d+ *: *\d+$/.test(text)) return `write a slash: ${text.replace(/ *: */, "/")}`;
  if (/^[+-]?\d*[¼-¾⅐-⅞]$/u.test(text)) return "write it with a slash, such as 1/2";
  if (/\.\.\.$|…$/.test(text)) return "write a fraction instead of decimals that go on";
  if (/[()[\]{}]/.test(text)) return "leave the brackets out";
  if (/\d *[*·×^+-] *\d/.test(text)) return "work it out and write the result";
  if (/[a-z√π]/i.test(text)) return "write numbers only, without letters and roots";
  return "write one number";
}

/**
 * Read a whole number, a fraction or a decimal; decimals are exact (0.25 is 1/4).
 * @param {string} text
 * @returns {Rational}
 */
export function parseRational(text) {
  const plain = withPlainSigns(text).trim();
  if (plain === "") throw new NotationError(`expected a number ${EXAMPLES}, received nothing`);
  if (plain.length > MOST_DIGITS) {
    const received = `received ${plain.length} characters`;
    throw new NotationError(`expected a number of at most ${MOST_DIGITS} characters, ${received}`);
  }
  const match = /^([+-]?) *(?:(\d+) *(?:\/ *(\d+))?|(\d*)\.(\d*))$/.exec(plain);
  const [sign, n, d, whole, places] = match?.slice(1) ?? [];
  if (!match || (n === undefined && whole === "" && places === "")) {
    const received = `received ${quoted(text.trim())}: ${remedy(plain)}`;
    throw new NotationError(`expected a number ${EXAMPLES}, ${received}`);
  }
  const denominator = n === undefined ? 10n ** BigInt(places.length) : BigInt(d ?? 1);
  if (denominator === 0n) {
    const received = `received ${quoted(text.trim())}: a denominator is not 0`;
    throw new NotationError(`expected a number ${EXAMPLES}, ${received}`);
  }
  const size = BigInt(n ?? whole + places);
  return new Fraction(sign === "-" ? -size : size, denominator);
}

/**
 * Whether a text has a decimal point: its number may have been rounded.
 * @param {string} text
 * @returns {boolean}
 */
export function isDecimal(text) {
  return text.includes(".");
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
