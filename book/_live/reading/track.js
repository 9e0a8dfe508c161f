// Follow the reader through a chapter: which section is there, which have been read.
import { Progress } from "./progress.js";
import { change } from "./store.js";

/** @typedef {import("./store.js").Place} Place */

const SECOND = 1000;
const STAYS = 3; // seconds in a section until it is the place
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

/** @param {Element | null} element @returns {string} its words, without the links to it */
export function words(element) {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const mark of copy?.querySelectorAll(".headerlink, .reading-mark") ?? []) mark.remove();
  return `${copy?.textContent ?? ""}`.replace(/\s+/g, " ").trim();
}

/** @returns {HTMLAnchorElement[]} the links of the page's contents */
function contents() {
  return [...document.querySelectorAll(".page-toc a[href^='#']")].filter(
    (link) => link instanceof HTMLAnchorElement,
  );
}

/** @param {HTMLAnchorElement} link */
const idOf = (link) => decodeURIComponent(link.hash.slice(1));

/**
 * Tell what is in view. Of each section that is its own text, without its sections.
 * @param {Progress} progress
 * @param {Element[]} sections
 */
function watch(progress, sections) {
  const inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) progress.see(target.id, isIntersecting);
    },
    { rootMargin: "-10% 0px" },
  );
  /** @type {Map<Element, string>} */
  const ends = new Map();
  const atEnd = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, boundingClientRect } of entries) {
        const isPast = intersectionRatio === 0 && boundingClientRect.bottom <= 0;
        if (isPast || intersectionRatio === 1) progress.end(ends.get(target) ?? "");
      }
    },
    { threshold: [0, 1] },
  );
  for (const section of sections) {
    inView.observe(section);
    const own = [...section.children].filter((child) => child.localName !== "section");
    const last = own.at(-1);
    if (!last) continue;
    ends.set(last, section.id);
    atEnd.observe(last);
  }
}

/**
 * Keep the place and what has been read.
 * @param {string} page
 */
export function track(page) {
  const links = contents();
  const sections = links.map((link) => document.getElementById(idOf(link)));
  const known = sections.filter((section) => section !== null);
  const chapter = words(document.querySelector("h1"));
  const progress = new Progress();
  watch(progress, known);

  let hasMoved = false;
  for (const move of MOVES) {
    addEventListener(move, () => (hasMoved = true), { passive: true, capture: true, once: true });
  }
  /** @type {HTMLAnchorElement | undefined} */
  let present;
  let seconds = 0;
  setInterval(() => {
    if (document.visibilityState !== "visible") return;
    const fresh = progress.tick();
    if (fresh.length > 0) {
      change(({ read }) => {
        const ids = new Set([...(read[page]?.ids ?? []), ...fresh]);
        const still = known.map(({ id }) => id).filter((id) => ids.has(id));
        read[page] = { ids: still, of: known.length };
      });
    }
    const now = links.find((link) => link.hasAttribute("aria-current"));
    seconds = now === present ? seconds + 1 : 0;
    present = now;
    if (!now || !hasMoved || seconds < STAYS) return;
    const place = { page, id: idOf(now), section: words(now), chapter };
    change((kept) => {
      kept.place = place;
    });
  }, SECOND);
}
