// Buttons that copy: a link, a formula. What the clipboard refuses is shown, to be copied by hand.
import { copy } from "./clipboard.js";
import { button, make } from "./dom.js";

/**
 * Make a button for each text, and the place that shows a text which was not copied.
 * @param {string} name of what is copied, for screen readers
 * @param {Record<string, () => string>} texts by the words on their buttons
 * @returns {HTMLElement[]}
 */
export function copyButtons(name, texts) {
  const place = make("p", { class: "live-copied", hidden: true, tabindex: "-1" });
  /** @param {HTMLElement} pressed @param {string} text */
  const give = async (pressed, text) => {
    place.textContent = text;
    place.hidden = false; // what the reader can copy by hand if the clipboard is refused
    if (await copy(text, pressed, place)) place.hidden = true;
  };
  const buttons = Object.entries(texts).map(([words, text]) => {
    const made = button(words, () => give(made, text()), { "aria-label": `${words}: ${name}` });
    return made;
  });
  return [...buttons, place];
}
