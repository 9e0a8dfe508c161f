// The signs of all keyboards and typesetters, and what is said of a text that cannot be read.
// The package takes the same: exact/reading/signs.py.

const MINUS = /[\u2010-\u2013\u2212\ufe63\uff0d]/g; // hyphens, dashes and minus signs
const SLASH = /[\u2044\u2215]/g; // fraction slash, division slash
/** @type {[RegExp, string][]} */
const LATEX = [
  [/(?<!\\)\\[,;:! ]|\\quad|~|\\left|\\right|\$|\\\(|\\\)/g, ""],
  [/\\[dt]?frac *\{([^{}]*)\} *\{([^{}]*)\}/g, "$1/$2"],
  [/\\[dt]?frac *(\d) *(\d)/g, "$1/$2"],
  [/\\sqrt *\{([^{}]*)\}/g, "√($1)"],
  [/sqrt *\(/g, "√("],
  [/\{,\}/g, ","],
];

/** What a reader wrote is no number: the message says what was expected and received. */
export class NotationError extends Error {}

/** @param {string} expected @param {string} received @param {string} remedy */
export function refusal(expected, received, remedy) {
  return new NotationError(`expected ${expected}, but received ${received}: ${remedy}`);
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
 * Write the minus signs and slashes of all keyboards as "-" and "/".
 * @param {string} text
 * @returns {string}
 */
export function withPlainSigns(text) {
  return text.replace(MINUS, "-").replace(SLASH, "/");
}

/**
 * Write typeset numbers in one line: \frac{12}{25} is 12/25, sqrt(4) is √(4).
 * @param {string} text
 * @returns {string}
 */
export function plainNotation(text) {
  return LATEX.reduce((plain, [pattern, written]) => plain.replace(pattern, written), text);
}
