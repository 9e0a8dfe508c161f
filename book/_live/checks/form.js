// The form of a check, made of native elements: label, field, button, and a polite status.
import { make } from "../shared/dom.js";
import { AskPython, sizeOfStart } from "./ask_python.js";
import { howToWrite, judge } from "./judge.js";

/** @typedef {import("./judge.js").Check} Check */
/** @typedef {import("./verdict.js").Verdict} Verdict */

/** @typedef {import("../reading/store.js").Answer} Answer */
/** @typedef {{ answer?: Answer, keep: (answer: Answer) => void }} Memory */

/** @type {Record<import("./verdict.js").State, string>} */
const FIRST_WORDS = { right: "", wrong: "Not yet. ", malformed: "Not readable. " };

// How a formula is said; macros of the book are written out where it was typeset.
/** @type {[RegExp, string][]} */
const WORDS = [
  [/\\(?:mathbf|vect)\{(\w)\}/g, "$1"],
  [/\\left\\lvert\b/g, " abs "],
  [/\\left\\lVert\b/g, " norm "],
  [/\\right\\r[vV]ert\b/g, " "],
  [/\\[,;]|[\\{}]/g, " "],
];

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
    formula.replaceWith(WORDS.reduce((said, [sign, word]) => said.replace(sign, word), `${tex}`));
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
 * Let the button say what it checks, and what Python loads for that.
 * @param {HTMLButtonElement} submit
 * @param {string} words
 * @param {string} [size]
 */
function nameButton(submit, words, size = "") {
  submit.textContent = size ? `Check (starts Python, ${size})` : "Check";
  submit.setAttribute("aria-label", `${submit.textContent}: ${words}`);
}

/**
 * On a touch screen, offer keys of our own instead of the keyboard, which would hide half of the page.
 * @param {HTMLInputElement} field
 * @param {Check} check
 */
function offerKeys(field, check) {
  if (!globalThis.matchMedia?.("(pointer: coarse)").matches) return;
  field.inputMode = "none";
  const attach = async () => {
    try {
      const keypad = await import("./keypad.js"); // few readers need it
      keypad.attach(field, check.letters ?? []);
    } catch {
      field.inputMode = "text"; // the keyboard comes with the next focus
    }
  };
  field.addEventListener("focus", attach, { once: true });
}

/**
 * Make the form of a check.
 * @param {Check} check
 * @param {string} id that no other element has
 * @param {(Node | string)[]} prompt
 * @param {Memory} [memory] where this browser keeps the answer
 * @returns {HTMLFormElement}
 */
export function form(check, id, prompt, memory) {
  const words = inWords(prompt);
  const field = make("input", {
    id,
    class: "check-answer",
    type: "text",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-label": words,
    "aria-describedby": `${id}-hint ${id}-feedback`,
  });
  const status = make("p", { class: "check-feedback", id: `${id}-feedback`, role: "status" });
  const submit = make("button", { type: "submit" });
  nameButton(submit, words);
  const python = check.kind === "symbolic" ? new AskPython(submit, status, "Comparing") : null;
  if (python) sizeOfStart().then((size) => nameButton(submit, words, size));
  const made = make(
    "form",
    { class: "check-form", novalidate: true },
    make("label", { for: id, class: "check-label" }, ...prompt),
    make("div", { class: "check-row" }, field, submit, ...(python ? [python.stop] : [])),
    make("p", { class: "check-hint", id: `${id}-hint` }, howToWrite(check)),
    status,
  );
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    delete status.dataset.state;
    /** @type {Verdict | null} */
    const verdict = python
      ? await python.ask("judge", { check, text: field.value })
      : judge(check, field.value);
    if (!verdict) return; // the status says why
    nameButton(submit, words); // Python runs by now
    field.toggleAttribute("aria-invalid", false);
    if (verdict.state === "malformed") {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } else memory?.keep({ text: field.value, right: verdict.state === "right" });
    show(status, verdict);
  });
  field.addEventListener("input", () => {
    if (status.dataset.state !== "right") return;
    status.replaceChildren();
    delete status.dataset.state;
  });
  offerKeys(field, check);
  if (memory?.answer) bringBack(check, memory.answer, field, status);
  return made;
}

/**
 * Show an answer that was given before; a right one is judged anew, if that needs no Python.
 * @param {Check} check
 * @param {Answer} answer
 * @param {HTMLInputElement} field
 * @param {HTMLElement} status
 */
function bringBack(check, { text, right }, field, status) {
  field.value = text;
  if (!right) return;
  const verdict = check.kind === "symbolic" ? null : judge(check, text);
  if (verdict && verdict.state !== "right") return; // the exercise has changed
  status.dataset.state = "right";
  status.append(verdict?.message ?? "Right when you checked it.");
}
