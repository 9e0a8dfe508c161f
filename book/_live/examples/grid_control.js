// A matrix or a column as a grid of inputs: arrow keys, pasted rows, a size shared with others.
import { make } from "../shared/dom.js";
import { stepsOf } from "../shared/keys.js";
import {
  excess,
  isGrid,
  pasted,
  readGrid,
  resized,
  unreadable,
  writeColumn,
  writeGrid,
} from "./grid.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./grid.js").Cells} Cells */

/**
 * A control that has rows and columns. `sizes` gives the number of each letter that it counts,
 * `excess` says why a text does not fit.
 * @typedef {import("./fields.js").Control & { sizes: () => Record<string, number>,
 *   reshape: (sizes: Record<string, number>) => void, excess: (text: string) => string }} GridControl
 */
/**
 * @typedef {object} GridActions
 * @property {(sizes: Record<string, number>) => void} resize a paste has changed the size
 * @property {(message: string, entry: number[]) => void} refuse a paste does not fit
 */

/**
 * @param {Field} field a matrix, or a column with one letter for its entries
 * @param {string} id
 * @param {GridActions} actions
 * @returns {GridControl}
 */
export function makeGrid(field, id, actions) {
  const [rowLetter, columnLetter] = field.size ?? [];
  const isColumn = field.kind === "column";
  const grid = make("div", {
    class: "live-cells",
    role: "group",
    "aria-labelledby": `${id}-label`,
  });
  grid.setAttribute("aria-describedby", `${id}-help`);

  /** @returns {HTMLInputElement[][]} */
  const inputs = () => {
    const all = [...grid.querySelectorAll("input")];
    const width = Number(grid.dataset.columns);
    return Array.from({ length: all.length / width }, (_, i) =>
      all.slice(i * width, (i + 1) * width),
    );
  };
  const cells = () => inputs().map((row) => row.map((input) => input.value));

  /** @param {Cells} values */
  const show = (values) => {
    grid.dataset.columns = String(values[0].length);
    grid.style.setProperty("--columns", String(values[0].length));
    grid.replaceChildren(
      ...values.flatMap((row, i) => row.map((value, j) => cell(field, value, i, j))),
    );
  };

  /** @param {Cells} values */
  const sizesOf = (values) => {
    if (isColumn) return { [rowLetter]: values.length };
    const square = rowLetter === columnLetter;
    const rows = square ? Math.max(values.length, values[0].length) : values.length;
    return { [rowLetter]: rows, [columnLetter]: square ? rows : values[0].length };
  };

  /** @param {string} value */
  const read = (value) => {
    const given = readGrid(value);
    return isColumn ? given.flat().map((entry) => [entry]) : given;
  };

  grid.addEventListener("keydown", (event) => move(event, inputs()));
  grid.addEventListener("paste", (event) => {
    const value = event.clipboardData?.getData("text/plain") ?? "";
    const [row, column] = placeOf(event.target, inputs());
    if (row < 0) return;
    /** @param {string} message */
    const refuse = (message) => {
      event.preventDefault();
      actions.refuse(message, [row + 1, column + 1]);
    };
    const problem = unreadable(value);
    if (problem) {
      refuse(problem);
      return;
    }
    if (!isGrid(value)) return;
    event.preventDefault();
    const next = pasted(cells(), row, column, read(value));
    const tooLarge = excess(next, isColumn);
    if (tooLarge) {
      refuse(`${tooLarge}: paste fewer`);
      return;
    }
    show(next);
    actions.resize(sizesOf(cells()));
    inputs()[Math.min(row, inputs().length - 1)][Math.min(column, inputs()[0].length - 1)].focus();
  });
  show([[""]]);

  return {
    field,
    element: make(
      "div",
      { class: `live-field live-${field.kind}` },
      make("span", { class: "live-label", id: `${id}-label` }, field.label),
      grid,
      make("p", { class: "live-help", id: `${id}-help` }, field.help),
    ),
    read: () => (isColumn ? writeColumn(cells()) : writeGrid(cells())),
    fill: (value) => show(value ? read(value) : [[""]]), // a size of its own would be kept
    focused: ([row = 1, column = 1]) => inputs()[row - 1]?.[column - 1] ?? inputs()[0][0],
    excess: (value) => (value ? unreadable(value) || excess(read(value), isColumn) : ""),
    sizes: () => sizesOf(cells()),
    reshape: (sizes) => {
      const rows = sizes[rowLetter];
      const columns = isColumn ? 1 : sizes[columnLetter];
      if (rows !== inputs().length || columns !== inputs()[0].length) {
        show(resized(cells(), rows, columns));
      }
    },
  };
}

/** @param {Field} field @param {string} value @param {number} row @param {number} column */
function cell(field, value, row, column) {
  const where =
    field.kind === "column" ? `entry ${row + 1}` : `row ${row + 1}, column ${column + 1}`;
  const input = make("input", {
    type: "text",
    "aria-label": `${field.label}, ${where}`,
    autocomplete: "off",
    spellcheck: "false",
  });
  input.value = value;
  return input;
}

/**
 * @param {EventTarget | null} target
 * @param {HTMLInputElement[][]} inputs
 */
function placeOf(target, inputs) {
  for (const [row, line] of inputs.entries()) {
    const column = line.findIndex((input) => Object.is(input, target));
    if (column >= 0) return [row, column];
  }
  return [-1, -1];
}

/**
 * Go to the next cell; left and right only from the ends of what is written.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement[][]} inputs
 */
function move(event, inputs) {
  const input = event.target;
  const steps = event.shiftKey ? null : stepsOf(event); // with Shift text is selected
  if (!steps || !(input instanceof HTMLInputElement)) return;
  const [across, up] = steps;
  const end = across < 0 ? 0 : input.value.length;
  const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const atEnd = input.selectionStart === end && input.selectionEnd === end;
  if (across !== 0 && !all && !atEnd) return;
  const [row, column] = placeOf(input, inputs);
  const next = inputs[row - up]?.[column + across];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}
