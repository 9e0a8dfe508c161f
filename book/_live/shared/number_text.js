// One number as people write it, and what to write where it has two meanings or none. The package
// reads the same (exact/reading/number_text.py); tests/data/inputs.json holds the cases of both.
import Fraction from "fraction.js";
import { plainNotation, withPlainSigns } from "./notation.js";

/** @typedef {Fraction} Rational */

const LARGEST_EXPONENT = 10_000;
const ROOTS = "write numbers only, without letters and roots";
const NUMBER = /^([+-]?) *(?:(\d+) *\/ *(\d+)|(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,9}))?)$/;
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const GROUPED = /^[+-]?\d{1,3}(?:(?:,\d{3})+(?:,\d{3}|\.\d*)|(?:\.\d{3})+,\d*)$/;
/**
 * Read a number, or return what to do about a text that is none or has two meanings.
 * @param {string} text
 * @returns {Rational | string}
 */
export function readNumber(text) {
  const written = withPlainSigns(plainNotation(text)).trim();
  const root = /^([+-]?) *√ *(?:\(([^()√]*)\)|([\d.,]+))$/.exec(written);
  if (root) return rootOf(root[1], readNumber(root[2] ?? root[3]));
  const match = NUMBER.exec(written);
  const [sign, n, d, whole, places = "", power = "0"] = match?.slice(1) ?? [];
  if (!match || (n ?? `${whole}${places}`) === "" || THOUSANDS.test(written)) {
    return remedy(written);
  }
  const signed = sign === "-" ? -1n : 1n;
  if (n !== undefined) {
    if (BigInt(d) === 0n) return "change the denominator";
    return new Fraction(signed * BigInt(n), BigInt(d));
  }
  if (Math.abs(Number(power)) > LARGEST_EXPONENT) return "give an exponent nearer to 0";
  const exponent = Number(power) - places.length;
  const size = signed * BigInt(whole + places);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? new Fraction(size, scale) : new Fraction(size * scale);
}

/** @param {string} sign @param {Rational | string} square @returns {Rational | string} */
function rootOf(sign, square) {
  if (typeof square === "string") return square;
  if (square.s < 0n) return "no real number has a negative square";
  const [n, d] = [square.n, square.d].map(wholeRoot);
  if (n * n !== square.n || d * d !== square.d) {
    return ROOTS;
  }
  return new Fraction(sign === "-" ? -n : n, d);
}

/**
 * The largest whole number whose square is not larger (Newton's method from above).
 * @param {bigint} square
 * @returns {bigint}
 */
function wholeRoot(square) {
  if (square < 2n) return square;
  let [root, next] = [square, (square + 1n) / 2n];
  while (next < root) [root, next] = [next, (next + square / next) / 2n];
  return root;
}

/** @param {string} text @returns {string} what to write instead */
function remedy(text) {
  const mixed = /^([+-]?) *(\d+) +(\d+) *\/ *(0*[1-9]\d*)$/.exec(text);
  if (mixed) {
    const [sign, whole, n, d] = mixed.slice(1);
    return `write it as one fraction: ${sign}${BigInt(whole) * BigInt(d) + BigInt(n)}/${d}`;
  }
  if (THOUSANDS.test(text)) return `write ${text.replace(",", ".")} or ${text.replace(",", "")}`;
  if (GROUPED.test(text)) return `write ${ungrouped(text)}`;
  if (/^[+-]?[\d.]+( +[+-]?[\d./]+)+$/.test(text)) {
    return "write one number, with a comma or a semicolon before the next";
  }
  if (/%$/.test(text)) return "write a fraction or a decimal instead of percent";
  if (/^[+-]?\d*[¼-¾⅐-⅞]$/u.test(text)) return "write it with a slash, such as 1/2";
  if (/\.\.\.$|…$/.test(text)) return "write a fraction instead of decimals that go on";
  const named = /^[^\s=]+ *= *([^=]+)$/.exec(text);
  if (named) return `write only what is on the right: ${named[1]}`;
  if (/^[+-]?\d+ *: *\d+$/.test(text)) return `write a slash: ${text.replace(/ *: */, "/")}`;
  if (text.includes("√")) return ROOTS;
  if (/[()[\]{}]/.test(text)) return "leave the brackets out";
  if (/\d *[*·×^+-] *\d/.test(text)) return "work it out and write the result";
  if (/[a-zπ]/i.test(text)) return ROOTS;
  return "write one number";
}

/** @param {string} text @returns {string} the same number without marks between thousands */
function ungrouped(text) {
  const commas = text.split(",").length - 1;
  const point = Math.max(text.lastIndexOf("."), commas === 1 ? text.lastIndexOf(",") : -1);
  if (point < 0) return text.replaceAll(",", "");
  return `${text.slice(0, point).replace(/[.,]/g, "")}.${text.slice(point + 1)}`;
}
