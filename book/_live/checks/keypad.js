// Keys for an answer on a touch screen, under its field. The field keeps the focus, and a key brings
// the ordinary keyboard, which comes otherwise only where a field asks for it.
import { button, make } from "../shared/dom.js";

/** @typedef {[shown: string, said: string, written?: string]} Key */

const WAIT = 300; // milliseconds: what is tapped next must not move away before it is pressed
/** @type {Key[]} */
const SIGNS = [
  ["−", "minus"],
  ["/", "slash"],
  ["√", "square root"],
  [",", "comma", ", "],
  ["↵", "semicolon, next row", "; "],
  [".", "point"],
];
/** @type {Key[]} */
const ALGEBRA = [
  ["^", "to the power"],
  ["(", "opening bracket"],
  [")", "closing bracket"],
  ["+", "plus", " + "],
];

let isOrdinary = false; // what the reader chose last

/**
 * Write a text where the cursor is.
 * @param {HTMLInputElement} field
 * @param {string} text
 */
export function insert(field, text) {
  const { selectionStart, selectionEnd, value } = field;
  const end = selectionEnd ?? value.length;
  field.setRangeText(text, selectionStart ?? end, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLInputElement} field delete what is selected, or the sign before the cursor */
export function erase(field) {
  const { selectionStart, selectionEnd, value } = field;
  const end = selectionEnd ?? value.length;
  const start = selectionStart ?? end;
  const from = start === end ? Math.max(0, start - 1) : start;
  field.setRangeText("", from, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {string[]} letters that the answer has @returns {Key[]} */
export function keysOf(letters) {
  const digits = [..."1234567890"].map((digit) => /** @type {Key} */ ([digit, digit]));
  const algebra = letters.map((letter) => /** @type {Key} */ ([letter, letter]));
  return [...digits, ...SIGNS, ...(letters.length > 0 ? [...algebra, ...ALGEBRA] : [])];
}

/**
 * Put the keys under a field's row while the field or a key has the focus.
 * @param {HTMLInputElement} field
 * @param {string[]} letters
 */
export function attach(field, letters) {
  const form = field.closest("form");
  const row = field.closest(".check-row");
  if (!form || !row) return;
  const keys = keysOf(letters).map(([shown, said, written = shown]) =>
    button(shown, () => insert(field, written), { "aria-label": said }),
  );
  const back = button("⌫", () => erase(field), {
    "aria-label": "delete",
    class: "keypad-delete",
  });
  const change = button("", () => choose(!isOrdinary), { class: "keypad-change" });
  const pad = make(
    "div",
    { class: "keypad", role: "group", "aria-label": "Keys for this answer" },
    ...keys,
    back,
    change,
  );
  pad.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus

  function fit() {
    for (const key of [...keys, back]) key.hidden = isOrdinary;
    change.textContent = isOrdinary ? "Number keys" : "Keyboard";
    field.inputMode = isOrdinary ? "text" : "none";
  }
  /** @param {boolean} ordinary */
  function choose(ordinary) {
    isOrdinary = ordinary;
    fit();
    field.blur(); // the keyboard comes and goes with the focus
    field.focus();
  }
  function show() {
    fit();
    if (pad.isConnected) return;
    row?.after(pad);
    const beyond = pad.getBoundingClientRect().bottom - innerHeight;
    if (beyond > 0) scrollBy({ top: beyond + 8, behavior: "instant" });
  }
  form.addEventListener("focusin", ({ target }) => {
    if (target === field) show();
  });
  form.addEventListener("focusout", () => {
    setTimeout(() => {
      if (!form.contains(document.activeElement)) pad.remove();
    }, WAIT);
  });
  if (document.activeElement === field) show();
}
