// How a formula becomes HTML: the same for the build (book/_ext/mathematics/katex_batch.cjs) and in the page.
import { breakRows, is } from "./formula_rows.js";
import { lighten } from "./light_markup.js";
import { lightenMath } from "./light_mathml.js";
import { withLetters } from "./mathml_letters.js";

/** @typedef {import("./formula_rows.js").Row} Row */
/** @typedef {Row & { toMarkup: () => string }} Tree */
/** @typedef {{ renderToString: (tex: string, options: object) => string }} Katex */
/** @typedef {Katex & { __renderToDomTree: (tex: string, options: object) => Tree }} Inner */

// A formula may break after a wide space; the space itself is LaTeX's.
const SPACES = {
  "\\quad": "\\hskip1em\\relax\\allowbreak",
  "\\qquad": "\\hskip2em\\relax\\allowbreak",
};

/**
 * @param {Katex} katex
 * @param {{ tex: string, display: boolean }} formula
 * @param {Record<string, string>} macros the book's
 * @returns {string}
 */
export function render(katex, { tex, display }, macros) {
  const tree = /** @type {Inner} */ (katex).__renderToDomTree(expand(tex, macros), {
    displayMode: display,
    macros: { ...SPACES },
    output: "htmlAndMathml",
    strict: "error",
    throwOnError: true,
    /** @param {{ command: string }} context */
    trust: ({ command }) => {
      throw new Error(`${command} is not used in this book`); // KaTeX would print it in red
    },
  });
  const { mathml, html } = halves(tree);
  if (display) tree.children[0].style["--widest"] = breakRows(html).toFixed(1);
  lighten(html);
  for (const math of mathml.children) lightenMath(math);
  return withLetters(tree.toMarkup().replaceAll(' columnspacing=""', ""));
}

/** @param {Tree} tree @returns {any} what is for the ear and for the eye: a displayed formula has a box around it */
function halves(tree) {
  const katex = is(tree, "katex-display") ? tree.children[0] : tree;
  const [mathml, html] = /** @type {Row} */ (katex).children;
  return { mathml, html };
}

/**
 * Write a formula without the book's macros, as others can read it: it is what a reader copies.
 * @param {string} tex
 * @param {Record<string, string>} macros
 * @returns {string}
 */
export function expand(tex, macros) {
  const command = /\\(?:[A-Za-z]+|.)/s; // `\\R` begins a row with R
  let rest = tex;
  let done = "";
  for (let found = command.exec(rest); found; found = command.exec(rest)) {
    done += rest.slice(0, found.index);
    rest = rest.slice(found.index + found[0].length);
    const body = Object.hasOwn(macros, found[0]) ? macros[found[0]] : undefined;
    if (body === undefined) {
      done += found[0];
      continue;
    }
    const { filled, after } = fill(body, rest);
    rest = filled + (/[A-Za-z]$/.test(filled) && /^[A-Za-z]/.test(after) ? " " : "") + after;
  }
  return done + rest;
}

/**
 * Put a macro's arguments in their places.
 * @param {string} body such as `\mathbf{#1}`
 * @param {string} text that begins with the arguments
 */
function fill(body, text) {
  const count = Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, place]) => Number(place)));
  let [filled, after] = [body, text];
  for (let place = 1; place <= count; place += 1) {
    const end = endOfArgument(after.trimStart());
    const argument = after.trimStart().slice(0, end);
    after = after.trimStart().slice(end);
    filled = filled.replaceAll(`#${place}`, () => argument.replace(/^\{(.*)\}$/s, "$1"));
  }
  return { filled, after };
}

/** @param {string} text @returns {number} where its first argument ends: a group, a command or a sign */
function endOfArgument(text) {
  if (!text.startsWith("{")) return /^(?:\\[A-Za-z]+|\\.|.)/s.exec(text)?.[0].length ?? 0;
  let depth = 0;
  for (let place = 0; place < text.length; place += 1) {
    if (text[place] === "\\") place += 1;
    else if (text[place] === "{") depth += 1;
    else if (text[place] === "}" && --depth === 0) return place + 1;
  }
  return text.length;
}
