// What every figure that moves has beside its drawing: native inputs, what they give in exact
// numbers, and a way back.
import { make } from "../examples/dom.js";
import { announce } from "../shared/announce.js";
import { finiteDecimal, NotationError, parseRational } from "../shared/rational.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/**
 * @typedef {object} Place where a figure is built
 * @property {HTMLElement} root
 * @property {string} alt what the static drawing shows, in words
 * @property {number} width of the static drawing
 * @property {number} height
 * @property {string} id of the figure, for ids of its parts
 */
/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string} hint for screen readers
 * @property {"number" | "range"} type
 * @property {boolean} [isBefore] whether the input stands before its label
 */
/** @typedef {{ legend: string, fields: Field[] }} Group */
/**
 * @typedef {object} Actions
 * @property {(name: string, value: Rational) => void} change
 * @property {() => void} reset
 */

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
 * Write a number for an input: as a decimal, rounded if it has none.
 * @param {Rational} value
 * @returns {string}
 */
function forInput(value) {
  return finiteDecimal(value)?.replace("−", "-") ?? value.valueOf().toPrecision(6);
}

const QUIET = 600; // milliseconds without a change before the readout is said

export class Widget {
  /** @type {Map<string, HTMLInputElement>} */
  #inputs = new Map();
  #form = make("form", { class: "figure-controls" });
  #readout = make("dl", {});
  #problem = make("p", { class: "figure-problem", role: "alert" });

  /**
   * Put controls and readout under the drawing.
   * @param {Place} place
   * @param {Group[]} groups
   * @param {Actions} actions
   */
  constructor(place, groups, actions) {
    this.#problem.id = `${place.id}-problem`;
    for (const { legend, fields } of groups) {
      const row = make("fieldset", {}, make("legend", {}, legend));
      row.append(...fields.map((field) => this.#label(field, actions)));
      this.#form.append(row);
    }
    this.#form.append(make("button", { type: "reset" }, "Reset"));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("reset", (event) => {
      event.preventDefault(); // the fields are filled from the state
      actions.reset();
    });
    const readout = make("div", { class: "figure-readout" }, this.#readout);
    place.root.append(this.#form, this.#problem, readout);
  }

  /** @param {Field} field @param {Actions} actions @returns {HTMLLabelElement} */
  #label({ name, label, hint, type, isBefore }, actions) {
    const input = make("input", { name, type, "aria-label": hint, autocomplete: "off" });
    if (type === "number") input.step = "any";
    input.addEventListener("input", () => {
      try {
        actions.change(name, readDrawable(input.value));
      } catch (error) {
        this.refuse([name], error instanceof Error ? error.message : String(error));
      }
    });
    this.#inputs.set(name, input);
    const shown = make("span", { "aria-hidden": "true" }, label);
    return make("label", {}, ...(isBefore ? [input, shown] : [shown, input]));
  }

  /**
   * Show the values in the inputs, except in the one that is being edited.
   * @param {Record<string, Rational>} values
   */
  fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const input = this.#inputs.get(name);
      if (input && (input !== document.activeElement || input.type === "range")) {
        input.value = forInput(value);
      }
    }
  }

  /**
   * Fill also the input that is being edited.
   * @param {Record<string, Rational>} values
   */
  refill(values) {
    for (const [name, value] of Object.entries(values)) {
      const input = this.#inputs.get(name);
      if (input) input.value = forInput(value);
    }
  }

  /**
   * Set the ends and the step of a range, and what its value means in words.
   * @param {string} name
   * @param {{ least: Rational, most: Rational, step: Rational, words: string }} range
   */
  limit(name, { least, most, step, words }) {
    const input = this.#inputs.get(name);
    if (!input) return;
    [input.min, input.max, input.step] = [least, most, step].map(forInput);
    input.setAttribute("aria-valuetext", words);
  }

  /**
   * Show what the numbers give, and say it politely.
   * @param {[string, string][]} rows a name and its value each
   */
  tell(rows) {
    for (const input of this.#inputs.values()) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    this.#problem.textContent = "";
    if (this.#readout.children.length !== 2 * rows.length) {
      this.#readout.replaceChildren(...rows.flatMap(() => [make("dt", {}), make("dd", {})]));
    }
    rows.flat().forEach((text, i) => {
      const cell = this.#readout.children[i];
      if (cell.textContent !== text) cell.textContent = text;
    });
    announce(rows.map(([name, value]) => `${name}: ${value}.`).join(" "), QUIET);
  }

  /**
   * Say why numbers cannot be drawn and mark their inputs; the drawing stays as it was.
   * @param {string[]} names
   * @param {string} message
   */
  refuse(names, message) {
    for (const [name, input] of this.#inputs) {
      if (!names.includes(name)) continue;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", this.#problem.id);
    }
    this.#problem.textContent = message;
  }
}
