// Rows of cells from lines: marks between rows, marks between cells, and commas that may be either.
import { refusal } from "./notation.js";

/** @typedef {string[][]} Rows */

const RULE = /^[\s|:+=-]*--[\s|:+=-]*$/;

/**
 * Read lines, semicolons or bars between rows.
 * @param {string} text
 * @param {string} [fence] the bracket around all
 * @returns {Rows}
 */
export function lines(text, fence = "") {
  const all = text.split("\n").filter((line) => /[^ ;\t]/.test(line));
  const bars = all.filter((line) => !RULE.test(line));
  const hasBars = bars.length < all.length || bars.every((line) => line.includes("|"));
  if (hasBars && (bars.length > 1 || /^\s*\|/.test(text))) {
    return bars.map((line) => between(line.trim().replace(/^\|/, "").replace(/\|$/, "")));
  }
  if (fence === "" && hasSemicolonCells(all)) {
    return all.map((line) =>
      line
        .replace(/^ +| +$/g, "")
        .replace(/;$/, "")
        .split(";"),
    );
  }
  if ((fence === "" || fence === "(") && isAmbiguous(text)) {
    throw refusal(
      "one kind of mark between numbers",
      "commas that may be decimal points",
      "write points in decimals (0.5) and spaces or tabs between numbers",
    );
  }
  return all.flatMap((line) => line.replace(/[ ;]+$/, "").split(";")).map(cells);
}

/** @param {string[]} all @returns {boolean} whether a spreadsheet put semicolons between cells */
function hasSemicolonCells(all) {
  return (
    all.length > 1 && all.every((line) => /;\s*\S/.test(line) && !/\t|[^\s;]\s+[^\s;]/.test(line))
  );
}

/** @param {string} text @returns {boolean} whether commas may be decimal points, or not */
function isAmbiguous(text) {
  const groups = text.split(/[\s;|]+/).filter((group) => group !== "");
  const tight = text.match(/\d,(?=\d)/g)?.length ?? 0;
  return (
    !text.includes("\t") &&
    groups.length > 1 &&
    tight > 0 &&
    tight === text.split(",").length - 1 &&
    groups.every((group) => group.split(",").length <= 2) &&
    !groups.some((group) => group.includes(",") && /[./]/.test(group))
  );
}

/** @param {string} line */
function between(line) {
  return line.split("|");
}

/**
 * Split one row: at tabs, bars, commas or spaces, whichever there is.
 * @param {string} row
 * @returns {string[]}
 */
export function cells(row) {
  if (row.includes("\t")) return row.split("\t");
  if (row.includes("|")) return between(row);
  if (row.includes(",")) return row.replace(/,\s*$/, "").split(",");
  return row
    .replace(/\s*([/⁄∕])\s*/g, "$1")
    .split(/\s+/)
    .filter((cell) => cell !== "");
}
