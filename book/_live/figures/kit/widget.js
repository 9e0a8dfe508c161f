// What every figure that moves has beside its drawing: native inputs, what they give in exact
// numbers, and a way back.
import { make } from "../../shared/dom.js";
import { rational } from "../../shared/rational.js";
import { writeLine } from "./letters.js";
import { exactText, makeNumberField, rangeText, readDrawable } from "./number_field.js";
import { Readout } from "./readout.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/**
 * @typedef {object} Place where a figure is built
 * @property {HTMLElement} root
 * @property {string} alt what the static drawing shows, in words
 * @property {number} width of the static drawing
 * @property {number} height
 * @property {string} id of the figure, for ids of its parts
 */
/** @typedef {{ label: string, isBefore?: boolean }} Labeled isBefore: the input stands before it */
/** @typedef {import("./number_field.js").FieldLook & Labeled} Field */
/** @typedef {{ legend: string, fields: Field[] }} Group */
/**
 * @typedef {object} Actions
 * @property {(name: string, value: Rational) => void} change
 * @property {() => void} reset
 * @property {(name: string) => boolean} [takes] whether a link may give a number without an input
 */

export class Widget {
  /** @type {Map<string, import("./number_field.js").NumberField>} */
  #fields = new Map();
  /** @type {Record<string, Rational>} what is drawn */
  #shown = {};
  #actions;
  #form = make("form", { class: "figure-controls" });
  #buttons = make("div", { class: "figure-buttons" });
  #readout;
  #problem = make("p", { class: "figure-problem", role: "alert" });

  /** What is called when something else is drawn. */
  onShow = () => {};

  /** @type {[name: string, value: string][]} what the figure says of its numbers */
  lines = [];

  /** What is called when it says something else. */
  onTell = () => {};

  /**
   * Put controls and readout under the drawing.
   * @param {Place} place
   * @param {Group[]} groups
   * @param {Actions} actions
   * @param {string} [vectors] the small letters that are vectors in what the figure says
   */
  constructor(place, groups, actions, vectors = "") {
    this.#actions = actions;
    this.#readout = new Readout(vectors);
    this.#problem.id = `${place.id}-problem`;
    for (const { legend, fields } of groups) {
      const name = make("legend", {});
      writeLine(name, legend, vectors);
      const row = make("fieldset", {}, name);
      row.append(...fields.map((field) => this.#label(field)));
      this.#form.append(row);
    }
    this.#buttons.append(make("button", { type: "reset" }, "Reset"));
    this.#form.append(this.#buttons);
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("reset", (event) => {
      event.preventDefault(); // the fields are filled from the state
      this.#reset();
    });
    place.root.append(this.#form, this.#problem, this.#readout.element);
  }

  /** @param {Field} field @returns {HTMLLabelElement} */
  #label(field) {
    const { name, label, isBefore } = field;
    const made = makeNumberField(field, {
      give: (value) => this.#actions.change(name, value),
      refuse: (message) => this.refuse([name], message),
    });
    this.#fields.set(name, made);
    const shown = make("span", { "aria-hidden": "true" });
    writeLine(shown, label, ""); // inputs are numbers
    return make("label", {}, ...(isBefore ? [made.input, shown] : [shown, made.input]));
  }

  #reset() {
    this.#actions.reset();
    for (const [name, value] of Object.entries(this.#shown)) {
      this.#fields.get(name)?.write(value, true);
    }
  }

  /**
   * Put more after the button that resets.
   * @param {...HTMLElement} more
   */
  offer(...more) {
    this.#buttons.append(...more);
  }

  /**
   * What is drawn, as texts by name.
   * @returns {Record<string, string>}
   */
  state() {
    const texts = Object.entries(this.#shown).map(([name, value]) => [name, exactText(value)]);
    return Object.fromEntries(texts);
  }

  /**
   * Show what a link says; the figure's own numbers stand for what it leaves out.
   * @param {Record<string, string>} given texts by name
   */
  follow(given) {
    this.#reset();
    const known = Object.entries(given).filter(
      ([name]) => this.#fields.has(name) || this.#actions.takes?.(name),
    );
    /** @type {[string, string][]} */
    const refused = [];
    for (const [name, text] of known) {
      this.#quote(name, text);
      try {
        this.#actions.change(name, readDrawable(text));
      } catch (error) {
        refused.push([name, error instanceof Error ? error.message : String(error)]);
      }
    }
    for (const [name, message] of refused) {
      this.#quote(name, given[name]);
      this.refuse([name], message);
    }
  }

  /** Show a text that may be no number. @param {string} name @param {string} text */
  #quote(name, text) {
    const input = this.#fields.get(name)?.input;
    if (input?.type === "text") input.value = text;
  }

  /**
   * Show the values in the inputs, except in the one that is being edited.
   * @param {Record<string, Rational | undefined>} values also without an input; nothing takes one back
   * @param {boolean} [isPassing] whether nobody has chosen this: the address leaves it out
   */
  fill(values, isPassing = false) {
    for (const [name, value] of Object.entries(values)) {
      if (value) {
        this.#shown[name] = value;
        this.#fields.get(name)?.write(value);
      } else delete this.#shown[name];
    }
    if (!isPassing) this.onShow();
  }

  /**
   * Set the ends and the step of a range, and what its value means in words.
   * @param {string} name
   * @param {{ least: Rational, most: Rational, step: Rational, words: string }} range
   */
  limit(name, { least, most, step, words }) {
    const input = this.#fields.get(name)?.input;
    if (!input || !("min" in input)) return;
    [input.min, input.max, input.step] = [least, most, step].map(rangeText);
    input.setAttribute("aria-valuetext", words);
  }

  /**
   * Let a range count: whole numbers between two ends.
   * @param {string} name
   * @param {[least: number, most: number]} ends
   * @param {string} words what its value means
   */
  count(name, ends, words) {
    const [least, most] = ends.map((end) => rational(end));
    this.limit(name, { least, most, step: rational(1), words });
  }

  /**
   * Show what the numbers give, and say it politely when it changes.
   * @param {[string, string][]} rows a name and its value each
   * @param {string[]} lead names of those that are the sentence; the others are folded
   */
  tell(rows, lead) {
    for (const { input } of this.#fields.values()) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    this.#problem.textContent = "";
    this.#readout.tell(rows, lead);
    this.lines = rows;
    this.onTell();
  }

  /**
   * Say why numbers cannot be drawn and mark their inputs; the drawing stays as it was.
   * @param {string[]} names
   * @param {string} message
   */
  refuse(names, message) {
    for (const [name, { input }] of this.#fields) {
      if (!names.includes(name)) continue;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", this.#problem.id);
    }
    this.#problem.textContent = message;
  }
}
