// One polite live region a page: what happened, for those who do not see it happen.
const PAUSE = 50; // milliseconds: a region that is filled as soon as it exists may stay unread

/** @type {HTMLElement | undefined} */
let region;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Let screen readers say a sentence when they have finished what they are saying. Of several
 * sentences within the pause only the last is said.
 * @param {string} sentence
 * @param {number} [pause] in milliseconds; longer for what changes while something is dragged
 */
export function announce(sentence, pause = PAUSE) {
  if (!region) {
    region = document.createElement("div");
    region.className = "announcements";
    region.setAttribute("role", "status");
    document.querySelector("main")?.append(region);
  }
  const place = region;
  place.textContent = ""; // so that the same sentence is said again
  clearTimeout(timer);
  timer = setTimeout(() => {
    place.textContent = sentence;
  }, pause);
}
