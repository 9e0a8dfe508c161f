// Typeset formulas that came into the page after it was built, exactly as the build would have.
import { KATEX_MACROS } from "../vendor.js";
import { render } from "./formula.js";

// as in book/_ext/mathematics/katex_batch.py
const PUNCTUATION = /^[.,;:!?)]+/;

/** @type {Promise<Parameters<typeof render>[0]> | undefined} */
let loading;

/** Load KaTeX once; a failed attempt may be repeated. */
function load() {
  loading ??= import("katex").then(
    (module) => module.default,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * Replace each element with `data-tex` in a part of the page, or in a fragment not yet in it.
 * @param {ParentNode} root
 */
export async function typeset(root) {
  const formulas = root.querySelectorAll("[data-tex]");
  if (formulas.length === 0) return;
  const katex = await load();
  for (const formula of formulas) {
    if (formula instanceof HTMLElement) replace(formula, katex);
  }
}

/**
 * @param {HTMLElement} formula
 * @param {Parameters<typeof render>[0]} katex
 */
function replace(formula, katex) {
  const tex = formula.dataset.tex ?? "";
  formula.innerHTML = render(katex, { tex, display: "display" in formula.dataset }, KATEX_MACROS);
  formula.removeAttribute("data-tex");
  formula.removeAttribute("data-display");
  const next = formula.nextSibling;
  const tail = next instanceof Text ? PUNCTUATION.exec(next.data)?.[0] : undefined;
  if (next instanceof Text && tail && formula.localName === "span") {
    keepTogether(formula, next, tail);
  }
}

/**
 * Keep the punctuation after a formula on the line of its end.
 * @param {HTMLElement} formula
 * @param {Text} next
 * @param {string} tail
 */
function keepTogether(formula, next, tail) {
  const whole = document.createElement("span");
  whole.className = "nobreak";
  formula.replaceWith(whole);
  next.data = next.data.slice(tail.length);
  if (!next.data) next.remove();
  whole.append(formula, tail);
}
