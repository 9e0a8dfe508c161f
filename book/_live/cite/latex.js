// A statement of the page as LaTeX without macros of the book's own, for a lecture or a paper.
import { copy } from "../shared/clipboard.js";

const KINDS = ["definition", "theorem", "lemma", "corollary", "algorithm", "example", "exercise"];
const LEFT_OUT =
  ".headerlink, .permalink, .cite-link, .slide-link, .copy-latex, .ties, .answer-check, .live-room, " +
  ".caption-number, figure, script";
/** @type {Record<string, string>} */
const SIGNS = {
  ...{ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" },
  ...Object.fromEntries([..."&%$#_{}"].map((sign) => [sign, `\\${sign}`])),
  ...{ "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": "\\dots{}" },
  "\u00a0": "~",
};
/** @type {Record<string, string>} */
const STYLES = { EM: "emph", STRONG: "textbf", CODE: "texttt" };
/** @type {Record<string, string>} */
const LISTS = { UL: "itemize", OL: "enumerate" };

const HOLDERS = ["DIV", "SECTION", "UL", "OL", "DL"];
/** A formula on a line of its own, and a list, belong to the paragraph around them. */
const OWN_LINES = /\n\n(\\\[|\\begin\{(?:itemize|enumerate))|(\\\])\n\n/g;

/** @param {string} text */
function words(text) {
  return text.replace(/\s+/g, " ").replace(/[\\~^&%$#_{}“”‘’–—…\u00a0]/g, (sign) => SIGNS[sign]);
}

/** @param {Element} element the LaTeX of a formula, which stands beside its MathML */
function formula(element) {
  return `${element.querySelector("annotation")?.textContent}`.trim();
}

/** @param {Element} element */
function inside(element) {
  return [...element.childNodes].map(write).join("");
}

/** @param {Element} equation a formula on a line of its own, with or without a number */
function display(equation) {
  const number = equation.querySelector(".eqno")?.textContent.trim().replace(/[()]/g, "");
  const tag = number ? ` \\tag{${number}}` : "";
  return `\n\\[\n${formula(equation)}${tag}\n\\]\n`;
}

/** @param {Node} node @returns {string} */
function write(node) {
  if (node.nodeType === 3) {
    const isBetween =
      HOLDERS.includes(node.parentElement?.tagName ?? "") && !`${node.textContent}`.trim();
    return isBetween ? "" : words(`${node.textContent}`);
  }
  if (node.nodeType !== 1) return "";
  const element = /** @type {Element} */ (node);
  if (element.matches(LEFT_OUT)) return "";
  if (element.matches(".equation, div.math")) return display(element);
  if (element.matches(".math")) return `$${formula(element)}$`;
  const { tagName } = element;
  const style = STYLES[tagName];
  if (style) return `\\${style}{${inside(element)}}`;
  const list = LISTS[tagName];
  if (list) return `\n\\begin{${list}}\n${inside(element).trim()}\n\\end{${list}}\n`;
  if (tagName === "LI") return `\\item ${inside(element).trim()}\n`;
  if (tagName === "PRE") return `\n\\begin{verbatim}\n${element.textContent}\\end{verbatim}\n`;
  const isBlock = ["P", "DIV", "SECTION", "DL", "DD", "DT"].includes(tagName);
  return isBlock ? `\n${inside(element).trim()}\n` : inside(element);
}

/**
 * A definition, a result, an algorithm, an example or an exercise as an environment of LaTeX.
 * @param {Element} block
 * @returns {string}
 */
export function latexOf(block) {
  const kind = KINDS.find((name) => block.classList.contains(name)) ?? "quote";
  const title = block.querySelector(":scope > .admonition-title");
  const name = title
    ? inside(title)
        .trim()
        .replace(/^\((.*)\)$/s, "$1")
    : "";
  const rest = [...block.childNodes].filter((node) => node !== title);
  const text = rest.map(write).join("").trim();
  const body = text
    .replace(/\n{3,}/g, "\n\n")
    .replace(OWN_LINES, (_, opening, closing) => (opening ? `\n${opening}` : `${closing}\n`));
  const option = name ? `[${/[[\]]/.test(name) ? `{${name}}` : name}]` : "";
  return `\\begin{${kind}}${option}\\label{${block.id}}\n${body}\n\\end{${kind}}\n`;
}

/** @param {HTMLElement} button the one beside a title */
export function copyFrom(button) {
  const block = button.closest(".admonition");
  if (block) copy(latexOf(block), button, block);
}
