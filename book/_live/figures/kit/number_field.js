// A field for one exact number: a text such as 1/3, −2.5 or 4, a range, or a choice, whose number is
// its place in the list. Arrow keys step a text by one, as they do in native number inputs, which
// know no fractions.
import { make } from "../../shared/dom.js";
import { stepsOf } from "../../shared/keys.js";
import { NotationError } from "../../shared/notation.js";
import { finiteDecimal, parseRational } from "../../shared/rational.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/**
 * @typedef {object} NumberField
 * @property {HTMLInputElement | HTMLSelectElement} input
 * @property {(value: Rational, isFinal?: boolean) => void} write unless it is being edited
 */
/** @typedef {{ give: (value: Rational) => void, refuse: (message: string) => void }} Listener */

const PATIENCE = 700; // milliseconds in which "1/" may become "1/3" before it is refused
const TRIES = 12; // each doubles the step
const TYPING = { autocapitalize: "off", spellcheck: "false", role: "spinbutton" };

/**
 * Read a number that a drawing can show: beyond these sizes its floats overflow.
 * @param {string} text
 * @returns {Rational}
 */
export function readDrawable(text) {
  const value = parseRational(text);
  const size = value.abs();
  if (value.n !== 0n && (size.gt(10n ** 12n) || size.inverse().gt(10n ** 12n))) {
    throw new NotationError(
      "expected 0 or a number of a size from 10⁻¹² to 10¹², received one that no drawing can show: " +
        "scale the equation",
    );
  }
  return value;
}

/**
 * Write a number exactly, as a field takes it: as a decimal, or as a fraction if it has none.
 * @param {Rational} value
 * @returns {string}
 */
export function exactText(value) {
  return finiteDecimal(value)?.replace("−", "-") ?? value.toFraction();
}

/**
 * Write a number for a range: rounded if it has no decimal.
 * @param {Rational} value
 * @returns {string}
 */
export function rangeText(value) {
  return finiteDecimal(value)?.replace("−", "-") ?? value.valueOf().toPrecision(6);
}

/**
 * @typedef {object} FieldLook
 * @property {string} name
 * @property {string} hint for screen readers
 * @property {"number" | "range" | "choice"} type
 * @property {string[]} [options] of a choice
 * @property {string} [step] by which an arrow key changes a number, 1 if left out
 */

/**
 * @param {FieldLook} field
 * @param {Listener} listener is given each number, or told why a text is none
 * @returns {NumberField}
 */
export function makeNumberField({ name, hint, type, options = [], step = "1" }, listener) {
  if (type === "choice") return choiceField(name, hint, options, listener);
  return type === "range"
    ? rangeField(name, hint, listener)
    : textField({ name, hint, step }, listener);
}

/**
 * @param {string} name
 * @param {string} hint
 * @param {string[]} options
 * @param {Listener} listener
 * @returns {NumberField}
 */
function choiceField(name, hint, options, { give }) {
  const listed = options.map((text, place) => make("option", { value: String(place) }, text));
  const input = make("select", { name, "aria-label": hint, autocomplete: "off" }, ...listed);
  input.addEventListener("input", () => give(parseRational(input.value)));
  return {
    input,
    write: (value) => {
      for (const [place, option] of listed.entries()) option.selected = place === value?.valueOf();
    },
  };
}

/** @param {string} name @param {string} hint @param {Listener} listener @returns {NumberField} */
function rangeField(name, hint, { give }) {
  const input = make("input", { name, type: "range", "aria-label": hint, autocomplete: "off" });
  input.addEventListener("input", () => give(parseRational(input.value)));
  return {
    input,
    write: (value) => {
      input.value = rangeText(value);
    },
  };
}

/**
 * @param {{ name: string, hint: string, step: string }} field
 * @param {Listener} listener
 * @returns {NumberField}
 */
function textField({ name, hint, step }, { give, refuse }) {
  const own = { name, type: "text", class: "number-field", "aria-label": hint };
  const input = make("input", { ...own, autocomplete: "off", ...TYPING });
  /** @type {Rational | undefined} what the field said when it was last read or written */
  let known;
  /** @type {Rational | undefined} what the figure shows, which may be near it only */
  let drawn;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let isRefused = false;
  /** @param {number} patience before a text is refused that may not be complete */
  const read = (patience) => {
    clearTimeout(waiting);
    isRefused = false;
    try {
      known = readDrawable(input.value);
    } catch (error) {
      isRefused = true;
      const message = error instanceof Error ? error.message : String(error);
      waiting = setTimeout(() => refuse(message), patience);
      return;
    }
    tell(known);
    give(known);
  };
  /** @param {Rational} value */
  const tell = (value) => {
    input.setAttribute("aria-valuenow", String(value.valueOf()));
    input.setAttribute("aria-valuetext", exactText(value));
  };
  /** @param {Rational} value */
  const show = (value) => {
    clearTimeout(waiting);
    isRefused = false;
    known = value;
    input.value = exactText(value);
    tell(value);
  };
  input.addEventListener("input", () => read(PATIENCE));
  const showDrawn = () => {
    if (drawn && known && !drawn.equals(known) && input.getAttribute("aria-invalid") !== "true")
      show(drawn);
  };
  input.addEventListener("change", () => (isRefused ? read(0) : showDrawn()));
  input.addEventListener("keydown", (event) => {
    const count = stepsOf(event)?.[1];
    if (!count || !known) return;
    event.preventDefault();
    const from = known;
    let by = parseRational(step).mul(count);
    for (let tries = 0; tries < TRIES; tries += 1, by = by.mul(2)) {
      show(from.add(by));
      give(known);
      showDrawn();
      if (!known.equals(from)) return; // a figure of few numbers takes the nearest: go farther
    }
  });
  return {
    input,
    write: (value, isFinal = false) => {
      drawn = value;
      if (isFinal || input !== document.activeElement) show(value);
    },
  };
}
