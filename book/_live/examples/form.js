// The form of a worked example, from the description that `linalg_book.live.form` gives.
import { button, make } from "../shared/dom.js";
import { makeControl } from "./fields.js";
import { MOST } from "./grid.js";
import { makeGrid } from "./grid_control.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Control} Control */
/** @typedef {import("./grid_control.js").GridControl} GridControl */
/** @typedef {Record<string, string>} Fields */
/** @typedef {{ name: string, notation: string, fields: Field[] }} Description */

/**
 * @param {Description} description
 * @param {string} id of the worked example
 */
export function makeFields(description, id) {
  const { fields } = description;
  /** @type {GridControl[]} */
  const grids = [];
  const equation = fields.find((field) => field.kind === "equation");

  /** @param {Record<string, number>} sizes */
  const resize = (sizes) => {
    const all = Object.assign({}, ...grids.map((grid) => grid.sizes()), sizes);
    for (const grid of grids) grid.reshape(all);
  };
  const controls = fields.map((field) => {
    if (!isGrid(field, fields)) return makeControl(field, `${id}-${field.name}`);
    const grid = makeGrid(field, `${id}-${field.name}`, {
      resize: (sizes) => {
        clear();
        resize(sizes);
      },
      refuse: (message, entry) => {
        clear();
        refuse(field.name, message, entry);
      },
    });
    grids.push(grid);
    return grid;
  });

  const element = make("div", { class: "live-fields" });
  const ways = equation ? makeWays(equation, id, () => choose()) : null;
  if (ways) element.append(ways.element);
  element.append(make("p", { class: "live-help" }, description.notation));
  element.append(...controls.map((control) => control.element));
  const sizes = sizeButtons(fields, grids, resize);
  grids.at(-1)?.element.after(sizes);

  /** @param {Control} control */
  const isUsed = ({ field }) => {
    if (!equation || !ways) return true;
    if (field === equation) return ways.chosen() === "equation";
    return ways.chosen() === "matrix" || !equation.replaces?.includes(field.name);
  };
  const choose = () => {
    for (const control of controls) control.element.hidden = !isUsed(control);
    sizes.hidden = !grids.some(isUsed);
  };
  const clear = () => {
    for (const note of element.querySelectorAll(".live-error")) note.remove();
    for (const marked of element.querySelectorAll("[aria-invalid]")) {
      marked.removeAttribute("aria-invalid");
      const others = marked.getAttribute("aria-describedby")?.split(" ").slice(1) ?? [];
      if (others.length > 0) marked.setAttribute("aria-describedby", others.join(" "));
      else marked.removeAttribute("aria-describedby");
    }
  };

  /**
   * Mark the field that an error is about, show the message beside it and go there.
   * @param {string} name
   * @param {string} message
   * @param {number[]} entry
   * @returns {boolean} whether there is such a field
   */
  const refuse = (name, message, entry) => {
    const control = controls.find(({ field }) => field.name === name);
    if (!control) return false;
    const note = make("p", { class: "live-error", id: `${id}-${name}-error` }, message);
    control.element.append(note);
    const place = control.focused(entry);
    const before = place.getAttribute("aria-describedby");
    place.setAttribute("aria-invalid", "true");
    place.setAttribute("aria-describedby", [note.id, before].filter(Boolean).join(" "));
    place.focus();
    return true;
  };

  return {
    element,
    clear,

    /** @returns {Fields} what is filled in */
    read() {
      const given = controls.filter(isUsed).map((control) => [control.field.name, control.read()]);
      return Object.fromEntries(given.filter(([, text]) => text !== ""));
    },

    /** @param {Fields} given */
    fill(given) {
      clear();
      ways?.choose("equation" in given || !("A" in given) ? "equation" : "matrix");
      for (const control of controls) control.fill(given[control.field.name] ?? "");
      for (const grid of grids) {
        if (given[grid.field.name] === undefined) continue;
        for (const [letter, count] of Object.entries(grid.sizes())) {
          const others = grids.map((other) => other.sizes()[letter] ?? 0);
          resize({ [letter]: Math.min(MOST, Math.max(count, ...others)) });
        }
      }
      choose();
    },

    refuse,

    /**
     * Why a form cannot show what a link gives; nothing if it can.
     * @param {Fields} given
     * @returns {string}
     */
    excess(given) {
      const said = grids.map((grid) => grid.excess(given[grid.field.name] ?? ""));
      return said.find((message) => message !== "") ?? "";
    },

    focus() {
      controls.find(isUsed)?.focused([]).focus();
    },
  };
}

/**
 * Columns are grids only beside a matrix with as many rows; else they are one line of text.
 * @param {Field} field
 * @param {Field[]} fields
 */
function isGrid(field, fields) {
  const rows = field.size?.[0];
  const hasMatrix = fields.some((other) => other.kind === "matrix" && other.size?.[0] === rows);
  return field.kind === "matrix" || (field.kind === "column" && hasMatrix);
}

/**
 * @param {Field} equation
 * @param {string} id
 * @param {() => void} onChange
 */
function makeWays(equation, id, onChange) {
  const names = { equation: "an equation", matrix: (equation.replaces ?? []).join(" and ") };
  const radios = Object.keys(names).map((value) =>
    make("input", { type: "radio", name: `${id}-way`, id: `${id}-way-${value}`, value }),
  );
  const element = make("fieldset", { class: "live-ways" }, make("legend", {}, "Write it as"));
  for (const radio of radios) {
    radio.addEventListener("change", onChange);
    const words = names[/** @type {keyof names} */ (radio.value)];
    element.append(make("span", {}, radio, make("label", { for: radio.id }, words)));
  }
  return {
    element,
    chosen: () => radios.find((radio) => radio.checked)?.value ?? "equation",
    /** @param {string} way */
    choose(way) {
      for (const radio of radios) radio.checked = radio.value === way;
    },
  };
}

/**
 * What the letters of a form's matrices count: rows and columns of the first one, and rows of
 * others that have a letter of their own.
 * @param {Field[]} fields
 * @returns {Record<string, string>}
 */
function countedWords(fields) {
  const [first, ...others] = fields.filter((field) => field.kind === "matrix");
  const [rows, columns] = first?.size ?? [];
  /** @type {Record<string, string>} */
  const words =
    rows === columns ? { [rows]: "row and column" } : { [rows]: "row", [columns]: "column" };
  for (const { label, size = [] } of others) words[size[0]] ??= `row of ${label}`;
  return words;
}

/**
 * Buttons that change the number of rows and columns.
 * @param {Field[]} fields
 * @param {GridControl[]} grids
 * @param {(sizes: Record<string, number>) => void} resize
 */
function sizeButtons(fields, grids, resize) {
  const group = make("div", { class: "live-sizes", role: "group", "aria-label": "Size" });
  for (const [letter, word] of Object.entries(countedWords(fields))) {
    /** @param {number} step */
    const change = (step) => () => {
      const count = Object.assign({}, ...grids.map((grid) => grid.sizes()))[letter] + step;
      if (count >= 1 && count <= MOST) resize({ [letter]: count });
    };
    group.append(
      button(`+ ${word}`, change(1), { "aria-label": `Add a ${word}` }),
      button(`− ${word}`, change(-1), { "aria-label": `Remove the last ${word}` }),
    );
  }
  return group;
}
