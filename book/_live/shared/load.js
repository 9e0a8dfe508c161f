// Load the code of a live part when it is wanted: near the view, touched, or named by the address.

const MARGIN = "300px"; // so that most parts are ready when they come into view

/**
 * The id that an address names: `#ex-nearest?A=3` names `ex-nearest`.
 * @param {string} hash
 * @returns {string}
 */
export function targetOf(hash) {
  const id = hash.replace(/^#/, "").split("?")[0];
  try {
    return decodeURIComponent(id);
  } catch {
    return ""; // a malformed escape names nothing
  }
}

/**
 * What a live part changes: a figure that it moves, or its own element.
 * @param {HTMLElement} element
 * @returns {HTMLElement}
 */
export function placeOf(element) {
  return document.getElementById(element.dataset.figure ?? "") ?? element;
}

/**
 * Whether the address names this element, the figure it moves, something in it or around it.
 * @param {HTMLElement} element
 * @returns {boolean}
 */
function isTarget(element) {
  const id = targetOf(location.hash);
  const target = document.getElementById(id);
  if (!target) return false;
  return [element, placeOf(element)].some((e) => target.contains(e) || e.contains(target));
}

/**
 * Call a function once: when what the element changes comes near the view, is focused or is named
 * by the address together with a state (`#id?…`).
 * @param {HTMLElement} element
 * @param {() => void} start
 */
export function whenWanted(element, start) {
  const stop = new AbortController();
  const once = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    observer.disconnect();
    start();
  };
  const onAddress = () => {
    if (location.hash.includes("?") && isTarget(element)) once();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) once();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(placeOf(element)); // in another site's frame nothing is near: only what is seen
  element.addEventListener("focusin", once, { signal: stop.signal });
  addEventListener("hashchange", onAddress, { signal: stop.signal });
  onAddress();
}
