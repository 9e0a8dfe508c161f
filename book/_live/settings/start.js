// The switch and the button of what this browser keeps of a reading.
import { load, nothing, parsed, save } from "../reading/store.js";
import { button, make } from "../shared/dom.js";

/** @typedef {import("../reading/store.js").Kept} Kept */

/** @param {Kept} kept @returns {string} what is kept, in a sentence */
export function summary({ off, place, read, answers }) {
  const sections = Object.values(read).reduce((sum, { ids }) => sum + ids.length, 0);
  const count = Object.keys(answers).length;
  const parts = [
    ...(place ? [`your place in “${place.chapter}”`] : []),
    ...(sections > 0 ? [`${sections} read ${sections === 1 ? "section" : "sections"}`] : []),
    ...(count > 0 ? [`${count} ${count === 1 ? "answer" : "answers"}`] : []),
  ];
  const last = parts.pop();
  const list = [parts.join(", "), last].filter(Boolean).join(" and ");
  const now = list ? `Kept now: ${list}.` : "Nothing is kept now.";
  return off ? `${now} It is switched off: nothing is added or shown.` : now;
}

/** @param {HTMLElement} element */
export function start(element) {
  const status = make("p", { role: "status", class: "reading-status" });
  const box = make("input", { type: "checkbox", id: "reading-switch" });
  /** @type {string | null} what was forgotten last, until the page is left */
  let forgotten = null;
  const forget = button("Forget everything", () => {
    forgotten = JSON.stringify(load());
    save(box.checked ? null : { ...nothing(), off: true });
    clearVisit();
    show("Everything is forgotten. ");
  });
  const undo = button("Bring it back", () => {
    save({ ...parsed(forgotten), off: !box.checked });
    forgotten = null;
    show();
    forget.focus();
  });
  /** @param {string} [first] */
  const show = (first = "") => {
    const kept = load();
    box.checked = !kept.off;
    status.textContent = first + (first && !kept.off ? "" : summary(kept));
    undo.hidden = forgotten === null;
  };
  box.addEventListener("change", () => {
    save({ ...load(), off: !box.checked });
    show();
  });
  const label = make("label", { for: box.id }, box, " Keep my place, read sections and answers");
  element.append(make("p", {}, label), make("p", {}, forget, " ", undo), status);
  show();
}

/** Forget as well which blocks are open for this visit. */
function clearVisit() {
  try {
    sessionStorage.removeItem("open");
  } catch {
    // storage is closed
  }
}
