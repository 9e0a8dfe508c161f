// The fields of a 2×2 matrix A, whose last entry has a slider as well.
import { format, rational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */

const LAST = "A22"; // the entry that has the slider
const SLIDE = { least: rational(-4), most: rational(6), step: rational(1, 4) };

/** @param {string} name @param {string} hint @returns {import("./widget.js").Field} */
export function numberField(name, hint) {
  return { name, label: "", hint, type: "number" };
}

/** @type {import("./widget.js").Group[]} */
export const MATRIX_GROUPS = [
  ...[1, 2].map((row) => ({
    legend: `Row ${row} of A`,
    fields: [1, 2].map((column) => numberField(`A${row}${column}`, `row ${row}, column ${column}`)),
  })),
  {
    legend: "Last entry",
    fields: [{ name: "slide", label: "", hint: "last entry of A", type: "range" }],
  },
];

/**
 * Change one entry.
 * @param {Rational[][]} A
 * @param {string} name such as "A21", or "slide"
 * @param {Rational} value
 * @returns {Rational[][]}
 */
export function withEntry(A, name, value) {
  const [, row, column] = name === "slide" ? LAST : name;
  return A.map((entries, i) =>
    entries.map((old, j) => (i === +row - 1 && j === +column - 1 ? value : old)),
  );
}

/**
 * Show a matrix in its fields, and other numbers in theirs.
 * @param {import("./widget.js").Widget} widget
 * @param {Rational[][]} A
 * @param {Record<string, Rational>} others
 */
export function fillMatrix(widget, A, others) {
  const last = A[1][1];
  widget.limit("slide", { ...SLIDE, words: `last entry ${format(last)}` });
  widget.fill({ slide: last }, true);
  const entries = A.flatMap((row, i) => row.map((entry, j) => [`A${i + 1}${j + 1}`, entry]));
  const named = Object.fromEntries(entries);
  widget.fill({ ...named, ...others, slide: undefined }); // links name the entry only
}
