// Give an entry of the book's citations a button for each form that it shows.
import { copy } from "../shared/clipboard.js";

/** @type {[string, string][]} */
const FORMS = [
  [".cite-text", "Copy reference"],
  [".cite-bibtex", "Copy BibTeX"],
  [".cite-iframe", "Copy embed code"],
];

/** @param {HTMLElement} element the section of one entry */
export function start(element) {
  for (const [selector, words] of FORMS) {
    const source = element.querySelector(selector);
    if (!source) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => copy(`${source.textContent}`.trim(), button, source));
    element.querySelector(".cite-copy")?.append(button);
  }
}
