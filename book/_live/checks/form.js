// The form of a check, made of native elements: label, field, button, and a polite status.
import { make } from "../shared/dom.js";
import { howToWrite, judge } from "./judge.js";

/** @typedef {import("./judge.js").Check} Check */
/** @typedef {import("./verdict.js").Verdict} Verdict */

/** @type {Record<import("./verdict.js").State, string>} */
const FIRST_WORDS = { right: "", wrong: "Not yet. ", malformed: "Not readable. " };

/**
 * What a prompt says, for those who hear it: the names of fields leave formulas out.
 * @param {(Node | string)[]} prompt
 * @returns {string}
 */
function inWords(prompt) {
  const copy = make("span");
  copy.append(...prompt.map((part) => (part instanceof Node ? part.cloneNode(true) : part)));
  for (const formula of copy.querySelectorAll(".katex, [data-tex]")) {
    const tex =
      formula.querySelector("annotation")?.textContent ?? formula.getAttribute("data-tex");
    formula.replaceWith(`${tex}`.replace(/\\vect\{(\w)\}/g, "$1").replace(/\\[,;]|[\\{}]/g, " "));
  }
  return `${copy.textContent}`.replace(/\s+/g, " ").trim();
}

/**
 * Show a verdict; the status is emptied first, so that the same words are read again.
 * @param {HTMLElement} status
 * @param {Verdict} verdict
 */
function show(status, { state, message }) {
  status.dataset.state = state;
  status.replaceChildren();
  setTimeout(() => {
    const first = FIRST_WORDS[state];
    status.replaceChildren(...(first ? [make("strong", {}, first)] : []), message);
  }, 50);
}

/**
 * Make the form of a check.
 * @param {Check} check
 * @param {string} name an id that no other element has
 * @param {(Node | string)[]} prompt
 * @returns {HTMLFormElement}
 */
export function form(check, name, prompt) {
  const words = inWords(prompt);
  const field = make("input", {
    id: name,
    class: "check-answer",
    type: "text",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-label": words,
    "aria-describedby": `${name}-hint ${name}-feedback`,
  });
  const status = make("p", { class: "check-feedback", id: `${name}-feedback`, role: "status" });
  const made = make(
    "form",
    { class: "check-form", novalidate: true },
    make("label", { for: name, class: "check-label" }, ...prompt),
    make(
      "div",
      { class: "check-row" },
      field,
      make("button", { type: "submit", "aria-label": `Check: ${words}` }, "Check"),
    ),
    make("p", { class: "check-hint", id: `${name}-hint` }, howToWrite(check)),
    status,
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = judge(check, field.value);
    field.toggleAttribute("aria-invalid", false);
    if (verdict.state === "malformed") {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
    show(status, verdict);
  });
  field.addEventListener("input", () => {
    if (status.dataset.state !== "right") return;
    status.replaceChildren();
    delete status.dataset.state;
  });
  return made;
}
