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
  const place = element.querySelector(".cite-copy");
  /** @param {string} words @param {string} text @param {Element} source */
  const offer = (words, text, source) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => copy(text, button, source));
    place?.append(button);
  };
  /** @type {HTMLAnchorElement | null} */
  const link = element.querySelector(":scope > h2 > a:not(.headerlink)");
  if (link) offer("Copy link", link.href, link);
  for (const [selector, words] of FORMS) {
    const source = element.querySelector(selector);
    if (source) offer(words, `${source.textContent}`.trim(), source);
  }
}
