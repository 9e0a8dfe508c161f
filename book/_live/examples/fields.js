// The fields of a form that are one control: text, a choice, a box to tick.
import { make } from "../shared/dom.js";

/**
 * A field as `linalg_book.live.form` describes it.
 * @typedef {{ name: string, label: string, kind: string, help: string, required: boolean,
 *   size?: string[], choices?: string[], default?: string | boolean, replaces?: string[] }} Field
 */

/**
 * What a form does with a field. Its text is what `linalg_book.live.run` takes; no text means
 * that the field is left out.
 * @typedef {{ field: Field, element: HTMLElement, read: () => string,
 *   fill: (text: string) => void, focused: (entry: number[]) => HTMLElement }} Control
 */

const TYPING = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };

/** @param {Field} field @param {string} id @returns {Control} */
export function makeControl(field, id) {
  if (field.kind === "flag") return flag(field, id);
  return field.kind === "choice" ? choice(field, id) : text(field, id);
}

/**
 * @param {Field} field
 * @param {string} id
 * @param {HTMLElement} control
 * @param {string} [help]
 */
function labeled(field, id, control, help = field.help) {
  control.setAttribute("aria-describedby", `${id}-help`);
  return make(
    "div",
    { class: `live-field live-${field.kind}` },
    make("label", { for: id }, field.label),
    control,
    make("p", { class: "live-help", id: `${id}-help` }, help),
  );
}

/** @param {Field} field @param {string} id @returns {Control} */
function text(field, id) {
  const input = make("input", { id, name: field.name, type: "text", ...TYPING });
  const optional = field.required ? "" : " It may be left empty.";
  const list = field.kind === "column" ? " Write numbers with spaces between them." : "";
  return {
    field,
    element: labeled(field, id, input, `${field.help}${list}${optional}`),
    read: () => input.value.trim(),
    fill: (value) => {
      input.value = value;
    },
    focused: ([position]) => {
      const known = field.kind === "equation" && position !== undefined;
      if (known) input.setSelectionRange(position, position + 1);
      return input;
    },
  };
}

/** @param {Field} field @param {string} id @returns {Control} */
function choice(field, id) {
  const select = make("select", { id, name: field.name });
  for (const value of field.choices ?? []) select.append(make("option", { value }, value));
  const usual = String(field.default ?? "");
  return {
    field,
    element: labeled(field, id, select),
    read: () => (select.value === usual ? "" : select.value),
    fill: (value) => {
      select.value = value || usual;
    },
    focused: () => select,
  };
}

/** @param {Field} field @param {string} id @returns {Control} */
function flag(field, id) {
  const box = make("input", { id, name: field.name, type: "checkbox" });
  return {
    field,
    element: labeled(field, id, box),
    read: () => (box.checked === Boolean(field.default) ? "" : String(box.checked)),
    fill: (value) => {
      box.checked = value ? value === "true" : Boolean(field.default);
    },
    focused: () => box,
  };
}
