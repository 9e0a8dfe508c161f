// One polite live region a page: what happened, for those who do not see it happen.
const PAUSE = 50; // milliseconds: a region that is filled as soon as it exists may stay unread

/** @type {HTMLElement | undefined} */
let region;

/**
 * Let screen readers say a sentence when they have finished what they are saying.
 * @param {string} sentence
 */
export function announce(sentence) {
  if (!region) {
    region = document.createElement("div");
    region.className = "announcements";
    region.setAttribute("role", "status");
    document.querySelector("main")?.append(region);
  }
  const place = region;
  place.textContent = ""; // so that the same sentence is said again
  setTimeout(() => {
    place.textContent = sentence;
  }, PAUSE);
}
