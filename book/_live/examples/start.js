// A worked example of the book: copy it, or try it with other numbers. What that takes is loaded
// when it is asked for.
import { announce } from "../shared/announce.js";
import { copyButtons } from "../shared/copy_buttons.js";
import { button, make } from "../shared/dom.js";
import { addressOf, stateOf } from "../shared/fragment.js";

/** @typedef {import("./own_numbers.js").OwnNumbers} OwnNumbers */
/**
 * What the steps in the page are for: their LaTeX, and the reader's numbers unless they are the
 * book's.
 * @typedef {{ latex: string, own: Record<string, string> | null }} Shown
 */

/** @param {HTMLElement} element */
export function start(element) {
  const result = /** @type {HTMLElement} */ (element.querySelector(".live-result"));
  const name = element.querySelector(".caption-number")?.textContent.trim() ?? "worked example";
  /** @type {Shown} */
  const shown = { latex: JSON.parse(element.dataset.book ?? "").latex, own: null };
  const toggle = makeToggle(element.id, name, () => open());

  /** @type {Promise<OwnNumbers | null> | undefined} */
  let loading;
  const load = () => {
    loading ??= import("./own_numbers.js").then(
      (module) => new module.OwnNumbers(element, result, name, shown),
      () => {
        loading = undefined; // so that it can be tried again
        announce("The form could not be loaded. Check the connection and try again.");
        return null;
      },
    );
    return loading;
  };
  const open = async () => {
    const numbers = await load();
    if (!numbers) return;
    numbers.show(!numbers.isOpen);
    toggle.setAttribute("aria-expanded", String(numbers.isOpen));
    if (numbers.isOpen) numbers.focus();
  };
  const follow = async () => {
    const given = stateOf(element.id);
    if (!given || Object.keys(given).length === 0) return;
    const numbers = await load();
    if (!numbers) return;
    numbers.follow(given);
    toggle.setAttribute("aria-expanded", "true");
  };

  result.before(makeToolbar(element.id, name, shown, toggle));
  follow();
  addEventListener("hashchange", follow);
}

/**
 * @param {string} id
 * @param {string} name
 * @param {() => void} open
 */
export function makeToggle(id, name, open) {
  return button("Try your own numbers", open, {
    "aria-expanded": "false",
    "aria-controls": `${id}-form`,
    "aria-label": `Try your own numbers: ${name}`,
    class: "live-toggle",
  });
}

/**
 * @param {string} id
 * @param {string} name
 * @param {Shown} shown
 * @param {HTMLElement} toggle
 */
export function makeToolbar(id, name, shown, toggle) {
  const copies = copyButtons(name, {
    "Copy link": () => addressOf(id, shown.own),
    "Copy LaTeX": () => shown.latex,
  });
  return make("div", { class: "live-toolbar" }, toggle, ...copies);
}
