// Formulas in a line of text, set as the page's formulas are: in the same fonts, scalars slanted,
// vectors bold and upright, exponents raised, roots under a bar. The text itself stays readable.
import { shape } from "./svg.js";

/**
 * @typedef {object} Run
 * @property {string} text as it is in the line
 * @property {"words" | "main" | "slanted" | "bold" | "root"} face
 * @property {-1 | 0 | 1} level below, on or above the line
 * @property {string} shown the sign in its place: "²" is a raised "2"
 */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ⋆";
const FLAT = "0123456789+−⊤⋆";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊";
const TOKENS = new RegExp(
  `√\\([^()]*\\)|√[\\d\\p{L}]+|[${RAISED}]+|[${LOWERED}]+|(?:(?!ᵀ)\\p{L})+|[^√${RAISED}${LOWERED}\\p{L}]+`,
  "gu",
);
const WHOLE = /(\([^()]{1,16}\)|≈ [\d.]+)/; // what stands in one line, if there is room
const RISE = { 1: -4.2, 0: 0, "-1": 2.4 }; // points in a drawing

/**
 * Split a line into runs.
 * @param {string} line
 * @param {string} vectors the small letters that are vectors in it
 * @returns {Run[]}
 */
export function runs(line, vectors) {
  const texts = [...line.matchAll(TOKENS)].map(([text]) => text);
  return texts.flatMap((text, i) => {
    const level = RAISED.includes(text[0]) ? 1 : LOWERED.includes(text[0]) ? -1 : 0;
    if (level) return [signs(text, level)];
    const isWord = /^\p{L}/u.test(text);
    /** @type {Run["face"]} */
    const face = text[0] === "√" ? "root" : "main";
    if (!isWord) return [{ text, face, level, shown: text }];
    const isArticle = text === "a" && texts[i + 1] === " " && /^\p{L}{2}/u.test(texts[i + 2] ?? "");
    const isFormula = text.length === 1 || [...text].every((l) => `AXG${vectors}`.includes(l));
    return isFormula && !isArticle ? letters(text, vectors) : [word(text)];
  });
}

/** @param {string} text @param {-1 | 1} level @returns {Run} */
function signs(text, level) {
  const known = [...(level > 0 ? RAISED : LOWERED)];
  const shown = [...text].map((sign) => FLAT[known.indexOf(sign)]).join("");
  return { text, face: "main", level, shown };
}

/** @param {string} text @returns {Run} */
function word(text) {
  return { text, face: "words", level: 0, shown: text };
}

/** @param {string} text @param {string} vectors @returns {Run[]} */
function letters(text, vectors) {
  return [...text].map((letter) => {
    const face = vectors.includes(letter) ? "bold" : "slanted";
    return { text: letter, face, level: 0, shown: letter };
  });
}

/** @param {string} root such as "√(3/4)" @returns {[string, string]} what is under the bar, its end */
function underBar(root) {
  return root[1] === "(" ? [root.slice(2, -1), ")"] : [root.slice(1), ""];
}

/**
 * Write a line into an element of the page, whose text it stays.
 * @param {Element} element
 * @param {string} line
 * @param {string} vectors
 */
export function writeLine(element, line, vectors) {
  const parts = line.split(WHOLE).map((part, i) => {
    if (i % 2 === 0) return spans(part, vectors);
    const whole = document.createElement("span");
    whole.className = "math-whole";
    whole.append(...spans(part, vectors));
    return [whole];
  });
  element.replaceChildren(...parts.flat());
}

/** @param {string} line @param {string} vectors @returns {Node[]} */
function spans(line, vectors) {
  /** @param {string} name @param {string} [text] */
  const span = (name, text = "") => {
    const made = document.createElement("span");
    made.className = `math-${name}`;
    made.textContent = text;
    return made;
  };
  const written = runs(line, vectors).map(({ text, face, level, shown }) => {
    if (face === "root") {
      const [inside, end] = underBar(text);
      const bar = span("bar");
      writeLine(bar, inside, vectors);
      return [span("main", "√"), span("unseen", end && "("), bar, span("unseen", end)];
    }
    if (!level) return [face === "words" ? document.createTextNode(text) : span(face, text)];
    const made = span(level > 0 ? "raised" : "lowered", text);
    made.dataset.shown = shown;
    return [made];
  });
  return written.flat();
}

/**
 * Write a line into a text of a drawing.
 * @param {SVGElement} element
 * @param {string} line
 * @param {string} vectors
 */
export function writeWord(element, line, vectors) {
  let height = 0;
  const parts = runs(line, vectors).flatMap(({ text, face, level, shown }) => {
    if (face === "root") {
      const bar = shape("tspan", { class: "math-bar" });
      writeWord(bar, underBar(text)[0], vectors);
      const sign = shape("tspan", { class: "math-main" });
      sign.textContent = "√";
      return [sign, bar];
    }
    const made = shape("tspan", { class: `math-${face}${level ? " math-small" : ""}` });
    if (RISE[level] !== height) made.setAttribute("dy", (RISE[level] - height).toFixed(1));
    height = RISE[level];
    made.textContent = shown;
    return [made];
  });
  element.replaceChildren(...parts);
}
