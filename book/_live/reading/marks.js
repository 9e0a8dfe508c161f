// Show what has been read and solved: in the contents of the page, in the menu, at exercises.
import { make } from "../shared/dom.js";

/** @typedef {import("./store.js").Kept} Kept */

const CLASS = "reading-mark";

/**
 * Put a mark at the end of an element, or take it away.
 * @param {Element | null} element
 * @param {string} sign nothing for no mark
 * @param {string} said
 */
function mark(element, sign, said) {
  const old = element?.querySelector(`.${CLASS}`);
  if (!element || (old?.textContent ?? "") === sign) return;
  old?.remove();
  if (sign) element.append(make("span", { class: CLASS, role: "img", "aria-label": said }, sign));
}

/**
 * The exercises in a part of the page that have checks, each with whether all are right.
 * @param {ParentNode} part
 * @param {Kept} kept
 * @returns {[exercise: Element, isSolved: boolean][]}
 */
function exercises(part, { answers }) {
  const checks = [...part.querySelectorAll("[data-check]")];
  const found = new Map();
  for (const check of checks) {
    const exercise = check.closest(".exercise");
    const name = check.getAttribute("data-name") ?? "";
    const isRight = Object.hasOwn(answers, name) && answers[name].right;
    if (exercise) found.set(exercise, (found.get(exercise) ?? true) && isRight);
  }
  return [...found];
}

/** @param {Kept} kept @param {string} page */
function markPage(kept, page) {
  for (const [exercise, isSolved] of exercises(document, kept)) {
    mark(exercise.querySelector(".admonition-title"), isSolved ? "✓ solved" : "", "solved");
  }
  const read = kept.read[page]?.ids ?? [];
  for (const link of document.querySelectorAll(".page-toc a[href^='#']")) {
    const id = decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "");
    const section = document.getElementById(id);
    const all = section ? exercises(section, kept) : [];
    const solved = all.filter(([, isSolved]) => isSolved).length;
    const signs = [read.includes(id) ? "✓" : "", solved > 0 ? `${solved}/${all.length}` : ""];
    const said = [
      read.includes(id) ? "read" : "",
      solved > 0 ? `${solved} of ${all.length} exercises solved` : "",
    ];
    mark(link, signs.filter(Boolean).join(" "), said.filter(Boolean).join(", "));
  }
}

/** @param {Kept} kept @param {URL} root */
function markMenu(kept, root) {
  for (const link of document.querySelectorAll("#site-contents a[href]")) {
    if (!(link instanceof HTMLAnchorElement) || link.closest(".own-sections, .continue-reading"))
      continue;
    const page = pageAt(new URL(link.href), root);
    const { ids, of } = (Object.hasOwn(kept.read, page) && kept.read[page]) || { ids: [], of: 0 };
    const isWhole = ids.length >= of;
    const sign = ids.length === 0 ? "" : isWhole ? "✓" : `${ids.length}/${of}`;
    mark(link, sign, isWhole ? "read" : `${ids.length} of ${of} sections read`);
  }
}

/**
 * The name of a page: its path in the site, without the ending.
 * @param {URL} url
 * @param {URL} root of the site
 * @returns {string}
 */
export function pageAt(url, root) {
  return url.pathname.slice(root.pathname.length).replace(/\.html$/, "");
}

/**
 * Show all of it.
 * @param {Kept} kept
 * @param {URL} root of the site
 */
export function showMarks(kept, root) {
  markPage(kept, pageAt(new URL(location.href), root));
  markMenu(kept, root);
}

/**
 * Offer to go on where the reader stopped, in each place for it.
 * @param {Kept} kept
 * @param {URL} root of the site
 */
export function showPlace({ place }, root) {
  document.documentElement.toggleAttribute("data-has-place", place !== null);
  for (const line of document.querySelectorAll(".continue-reading")) {
    if (!place) {
      line.replaceChildren();
      continue;
    }
    const { page, id, section, chapter } = place;
    const where = section === chapter ? section : `${section} (${chapter})`;
    const href = `${new URL(`${page}.html`, root)}#${encodeURIComponent(id)}`;
    const link = make("a", { href }, make("span", {}, where));
    line.replaceChildren("Continue where you stopped: ", link);
  }
}
