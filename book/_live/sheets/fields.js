// The fields of the form for sheets, and among them the options of the kind that is chosen.
import { make } from "../shared/dom.js";

/**
 * The options of each kind with their defaults, what they are called, and the words that one takes.
 * @typedef {number | string | boolean} Value
 * @typedef {{ options: Record<string, [string, Value | null][]>, labels: Record<string, string>,
 *   choices: Record<string, [string, string][]> }} Options
 */

/** @param {string} id @param {string} label @param {HTMLElement} control */
export function field(id, label, control) {
  return make("div", { class: "live-field" }, make("label", { for: id }, label), control);
}

/** @param {string} name @param {[string, string][]} options */
export function choice(name, options) {
  const select = make("select", { id: `sheet-${name}`, name });
  for (const [value, label] of options) select.append(make("option", { value }, label));
  return select;
}

/** @param {string} name @param {number} value @param {number} least @param {number} most */
export function number(name, value, least, most) {
  const range = { min: `${least}`, max: `${most}`, step: "1", value: `${value}` };
  return make("input", { id: `sheet-${name}`, name, type: "number", required: true, ...range });
}

/**
 * A number that may be left empty; then the exercise takes its usual one.
 * @param {string} name
 * @param {number | null} value
 */
function perhaps(name, value) {
  const input = make("input", { id: `sheet-${name}`, name, type: "number", min: "0", step: "1" });
  if (value === null) input.placeholder = "left open";
  else input.value = `${value}`;
  return input;
}

/**
 * The control of an option, and what is chosen there; undefined where nothing is.
 * @param {string} name
 * @param {Value | null} value the usual one
 * @param {[string, string][] | undefined} words
 * @returns {{ control: HTMLElement, chosen: () => Value | undefined }}
 */
function option(name, value, words) {
  if (typeof value === "boolean" || words) {
    const select = choice(
      name,
      words ?? [
        ["", "not asked for"],
        ["true", "yes"],
      ],
    );
    if (words) select.value = `${value}`;
    return { control: select, chosen: () => (words ? select.value : select.value !== "") };
  }
  const input = perhaps(name, /** @type {number | null} */ (value));
  return { control: input, chosen: () => (input.value ? input.valueAsNumber : undefined) };
}

/**
 * What a kind lets one choose, folded: its size and its numbers.
 * @param {Options} offer
 * @param {HTMLSelectElement} kind
 */
export function makeOptions({ options, labels, choices }, kind) {
  const fields = make("div", { class: "live-fields" });
  /** @type {[string, Value | null, () => Value | undefined][]} */
  let shown = [];
  const show = () => {
    shown = [];
    fields.replaceChildren();
    for (const [name, value] of options[kind.value] ?? []) {
      const { control, chosen } = option(`of-${name}`, value, choices[name]);
      shown.push([name, value, chosen]);
      fields.append(field(control.id, labels[name] ?? name, control));
    }
  };
  show();
  kind.addEventListener("change", show);
  const summary = make("summary", {}, "Size and numbers of the exercises");
  return {
    element: make("details", { class: "sheet-options" }, summary, fields),

    /** What differs from the usual, by name. */
    read() {
      const read = shown.map(([name, value, chosen]) => ({ name, value, now: chosen() }));
      const other = read.filter(({ value, now }) => now !== undefined && now !== value);
      return Object.fromEntries(other.map(({ name, now }) => [name, now]));
    },
  };
}
