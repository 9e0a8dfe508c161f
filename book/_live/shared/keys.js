// What the keys mean that move something: arrows go one step, with Shift ten.

/** @typedef {[number, number]} Steps across and up */
/** @typedef {Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">} Pressed */

const LEAP = 10;
/** @type {Record<string, Steps>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
/** @type {Record<string, Steps>} */
const PAGES = { PageDown: [0, -LEAP], PageUp: [0, LEAP] };
/** @type {Record<string, -1 | 1>} */
const ENDS = { Home: -1, End: 1 };

/** @param {Pressed} event @returns {boolean} whether the keys belong to the browser */
export function isCommand({ ctrlKey, altKey, metaKey }) {
  return ctrlKey || altKey || metaKey;
}

/**
 * The steps that a key asks for; null for other keys and for the browser's own.
 * @param {Pressed} event
 * @param {boolean} [isSlider] sliders also take the page keys
 * @returns {Steps | null}
 */
export function stepsOf(event, isSlider = false) {
  if (isCommand(event)) return null;
  const steps = ARROWS[event.key];
  if (!steps) return (isSlider && PAGES[event.key]) || null;
  const count = event.shiftKey ? LEAP : 1;
  return [count * steps[0], count * steps[1]];
}

/**
 * Let an element be moved by keys; a slider also goes to its least and its most.
 * @param {Element} element
 * @param {(steps: Steps) => void} move
 * @param {(way: -1 | 1) => void} [leap]
 */
export function takeKeys(element, move, leap) {
  element.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const role = element.getAttribute("role");
    const steps = stepsOf(event, role !== "button");
    const way = role === "slider" && !isCommand(event) && ENDS[event.key];
    if (!steps && !(leap && way)) return; // the page's own
    event.preventDefault();
    if (steps) move(steps);
    else if (leap && way) leap(way);
  });
}
