// The form of a check, made of native elements: label, field, button, and a polite status.
import { howToWrite, judge } from "./judge.js";

/** @typedef {import("./judge.js").Check} Check */
/** @typedef {import("./verdict.js").Verdict} Verdict */

/** @type {Record<import("./verdict.js").State, string>} */
const FIRST_WORDS = { right: "", wrong: "Not yet. ", malformed: "Not readable. " };

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * The field in which the answer is written.
 * @param {string} name
 * @returns {HTMLInputElement}
 */
function answerField(name) {
  const field = make("input", {
    id: name,
    className: "check-answer",
    type: "text",
    autocomplete: "off",
    spellcheck: false,
  });
  field.setAttribute("autocapitalize", "none");
  field.setAttribute("aria-describedby", `${name}-hint ${name}-feedback`);
  return field;
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
  const field = answerField(name);
  const status = make("p", { className: "check-feedback", id: `${name}-feedback` });
  status.setAttribute("role", "status");
  const made = make(
    "form",
    { className: "check-form", noValidate: true },
    make("label", { htmlFor: name, className: "check-label" }, ...prompt),
    make("div", { className: "check-row" }, field, make("button", { type: "submit" }, "Check")),
    make("p", { className: "check-hint", id: `${name}-hint` }, howToWrite(check)),
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
