// State in the address: `#ex-nearest?A=3+4&b=12` names a part of the page and what it shows.
import { targetOf } from "./load.js";

/**
 * The values that the address gives a part of the page; nothing if it gives none.
 * @param {string} id
 * @param {string} [hash]
 * @returns {Record<string, string> | null}
 */
export function stateOf(id, hash = location.hash) {
  const mark = hash.indexOf("?");
  if (mark < 0 || targetOf(hash) !== id) return null;
  return Object.fromEntries(new URLSearchParams(hash.slice(mark + 1)));
}

/**
 * The fragment that names a part of the page and its values.
 * @param {string} id
 * @param {Record<string, string> | null} [state]
 * @returns {string}
 */
export function fragmentOf(id, state = null) {
  const values = state ? `?${new URLSearchParams(state)}` : "";
  return `#${encodeURIComponent(id)}${values}`;
}

/** The page that a part of it stands in for: a frame and a slide name the chapter. */
const place = () => document.documentElement.dataset.place;

/**
 * The whole address of a part of the page with its values.
 * @param {string} id
 * @param {Record<string, string> | null} [state]
 * @returns {string}
 */
export function addressOf(id, state = null) {
  return new URL(fragmentOf(id, state), new URL(place() ?? "", location.href)).href;
}

/**
 * Let the address say what is shown, without a step in the history.
 * @param {string} id
 * @param {Record<string, string> | null} [state]
 */
export function remember(id, state = null) {
  if (place() === undefined) history.replaceState(history.state, "", fragmentOf(id, state));
}
