// Rows of cells from the text of a matrix, in the notations that people type and paste. The package
// reads the same (exact/reading/matrix_text.py); tests/data/inputs.json holds the cases of both.
import { cells, lines } from "./matrix_lines.js";
import { plainNotation, refusal } from "./notation.js";

/** @typedef {import("./matrix_lines.js").Rows} Rows */
/** @typedef {{ opened: string, items: (string | List)[] }} List what stands in brackets */

/** @type {Record<string, string>} */
const BRACKETS = { "[": "]", "(": ")", "{": "}" };
const KEPT = /"(?:[^"\\]|\\.)*"|'[^'\n]*'|√\([^()]*\)/gs;
const LATEX = /\\begin\{(\w*matrix|array)\*?\}(?:\{[^{}]*\})?(.*?)\\end\{\1\*?\}/s;
const LATEX_ROW = /\\\\(?:\s*\[[^\]]*\])?|\\cr\b/;
const CALL = /^(?:\w+\.)*(?:array|mat|tensor|Array|\w*[Mm]atrix)\s*\((.*)\)$/s;
const OPTIONS = /,\s*\w+\s*=[^[\](){}]*$/;
const NAME = /^[A-Za-z]\w*\s*=\s*(?=[[({\\A-Za-z])/;
/** @type {[RegExp, string][]} */
const SCALARS = [
  [/(?:\w+\.)?(?:Fraction|Rational)\(\s*(-?\d+)\s*,\s*(\d+)\s*\)/g, "$1/$2"],
  [/(?:\w+\.)?(?:float\d+|u?int\d+|Fraction|Rational|Decimal|Integer)\(([^(),]*)\)/g, "$1"],
];
const TRANSPOSE = /(?:\^?(?:[TᵀT⊤]|\{?\\(?:top|intercal|T)\}?)|\.T|')$/u;
const FIRST_MARK = 0xe000;
const PAIRS = "write for example [[1, 2], [3, 4]] or 1 2; 3 4";

/**
 * Split the text of a matrix into rows of cells.
 * @param {string} text
 * @returns {Rows}
 */
export function readRows(text) {
  /** @type {string[]} */
  const kept = [];
  const plain = prepared(text, kept);
  const latex = LATEX.exec(plain);
  const rows = latex ? latexRows(latex[2]) : /[[\](){}]/.test(plain) ? nested(plain) : lines(plain);
  return rows.map((row) => row.map((cell) => unmarked(cell, kept)));
}

/**
 * Take away names around the numbers, and put marks for texts in quotes and for roots.
 * @param {string} text
 * @param {string[]} kept
 */
function prepared(text, kept) {
  const spaces = text.replace(/[\u00a0\u2007\u2009\u202f]/g, " ").replace(/\r/g, "");
  let plain = trimmed(plainNotation(spaces)).replaceAll("...\n", " ");
  if (/(^|[\s,[])(\.\.\.|…)([\s,\]]|$)/.test(plain)) {
    throw refusal("every number", "dots in place of some", "print the whole matrix");
  }
  for (const [pattern, written] of SCALARS) plain = plain.replace(pattern, written);
  plain = plain.replace(NAME, "");
  const called = CALL.exec(plain.replace(/[ ;\n]+$/, ""));
  if (called)
    plain = called[1]
      .trim()
      .replace(OPTIONS, "")
      .replace(/^[ ,\n]+|[ ,\n]+$/g, "");
  return plain.replace(KEPT, (found) => {
    kept.push(found);
    return String.fromCharCode(FIRST_MARK + kept.length - 1);
  });
}

/** @param {string} text @returns {string} without spaces and empty lines around; tabs stay */
function trimmed(text) {
  return text.replace(/^[ \n]+|[ \n]+$/g, "");
}

/** @param {string} cell @param {string[]} kept @returns {string} with what its marks stand for */
function unmarked(cell, kept) {
  return [...cell.trim()]
    .map((c) => {
      const text = kept[c.charCodeAt(0) - FIRST_MARK];
      return text === undefined ? c : unquoted(text);
    })
    .join("");
}

/** @param {string} text */
function unquoted(text) {
  if (!text.startsWith('"')) return text.startsWith("√") ? text : text.slice(1, -1);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** @param {string} body @returns {Rows} */
function latexRows(body) {
  const rows = body
    .replaceAll("\\hline", "")
    .split(LATEX_ROW)
    .map((row) => row.split("&"));
  return rows.at(-1)?.join("").trim() === "" ? rows.slice(0, -1) : rows;
}

/** @param {List} list @returns {List[]} */
const listsIn = (list) => list.items.filter((item) => typeof item !== "string");

/** @param {List} list @returns {string} */
const textOf = (list) => list.items.filter((item) => typeof item === "string").join("");

/**
 * Read a pair of brackets for each row, or one pair with marks between rows.
 * @param {string} text
 * @returns {Rows}
 */
function nested(text) {
  let level = tree(text);
  const last = level.items.at(-1);
  const end = typeof last === "string" ? last.replace(/^[ \n;,.]+|[ \n;,.]+$/g, "") : "";
  const turned = TRANSPOSE.test(end);
  if (turned) level.items[level.items.length - 1] = end.replace(TRANSPOSE, "");
  refuseBeside(level);
  let isInside = false;
  for (let [one, ...others] = listsIn(level); others.length === 0 && listsIn(one).length > 0; ) {
    [level, isInside] = [one, true];
    refuseBeside(level);
    [one, ...others] = listsIn(level);
  }
  const lists = listsIn(level);
  if (lists.some((one) => listsIn(one).length > 0)) {
    throw refusal("at most two levels of brackets", "more", "take one level away");
  }
  const rows = rowsOf(lists, isInside);
  return turned ? (rows[0] ?? []).map((_, j) => rows.map((row) => row[j])) : rows;
}

/** @param {List[]} lists @param {boolean} isInside another pair of brackets @returns {Rows} */
function rowsOf(lists, isInside) {
  const text = textOf(lists[0]);
  if (lists.length > 1 || (isInside && !text.includes(";"))) {
    return lists.map((one) => cells(textOf(one).replaceAll(";", ",").replaceAll("\n", " ")));
  }
  return text.trim() === "" ? [] : lines(text, lists[0].opened);
}

/**
 * Put what stands in brackets into lists.
 * @param {string} text
 * @returns {List}
 */
function tree(text) {
  /** @type {List[]} */
  const stack = [{ opened: "", items: [] }];
  /** @param {string} bracket */
  const refuse = (bracket) => {
    const received = `a ${bracket} without its partner`;
    throw refusal("brackets in pairs", received, PAIRS);
  };
  for (const part of text.split(/([[\](){}])/)) {
    const top = stack[stack.length - 1];
    if (Object.hasOwn(BRACKETS, part)) {
      stack.push({ opened: part, items: [] });
      top.items.push(stack[stack.length - 1]);
    } else if (/^[\])}]$/.test(part)) {
      if (BRACKETS[top.opened] !== part) refuse(part);
      stack.pop();
    } else if (part !== "") top.items.push(part);
  }
  if (stack.length > 1) refuse(stack[stack.length - 1].opened);
  return stack[0];
}

/** @param {List} level */
function refuseBeside(level) {
  const beside = textOf(level)
    .replace(/[\s,;.]+/g, " ")
    .trim();
  if (beside !== "" && listsIn(level).length > 0) {
    const received = `“${beside.slice(0, 20)}” beside brackets`;
    throw refusal("a pair of brackets for each row", received, PAIRS);
  }
}
