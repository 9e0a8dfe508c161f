// Points of a drawing that are held by mouse or finger, focused and moved by keys.
import { takeKeys } from "../../shared/keys.js";
import { shape } from "./svg.js";

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {{ clientX: number, clientY: number }} Pointer where a held point is wanted */
/**
 * @typedef {object} MoveActions
 * @property {(to: Pointer) => void} drag the point is held and the pointer moves
 * @property {(steps: Point) => void} nudge by steps across and up, with keys
 * @property {() => void} [settle] dragging has ended
 * @property {(way: -1 | 1) => void} [leap] to the least or the most, with Home and End
 */
/** @typedef {{ now: number, text: string, ends?: Point }} HandleValue a number, its least and most */
/** @typedef {{ name: string } & HandleValue} Said what is held, and its number */
/**
 * @typedef {object} HandleLook
 * @property {string} [color]
 * @property {"button" | "spinbutton" | "slider"} [role] it holds a point, a number, or one between ends
 */

const FAR = 1000; // steps that lead to the end of every series

/**
 * A point that can be held, focused and moved.
 * @param {MoveActions} actions
 * @param {HandleLook} [look]
 * @returns {SVGElement}
 */
export function makeHandle({ drag, nudge, settle, leap }, { color = "ink", role = "button" } = {}) {
  const name = `plane-handle figure-handle plane-${color}`;
  const handle = shape("circle", { r: 4.2, class: name, tabindex: 0 });
  handle.setAttribute("role", role);
  if (role === "button") handle.setAttribute("aria-roledescription", "point to move");
  takePointer(handle, drag, settle);
  takeKeys(handle, nudge, leap ?? ((way) => nudge([0, way * FAR])));
  return handle;
}

/**
 * Follow the pointer that holds a handle; where it was taken beside its middle, it stays beside.
 * @param {SVGElement} handle
 * @param {MoveActions["drag"]} drag
 * @param {MoveActions["settle"]} settle
 */
function takePointer(handle, drag, settle) {
  /** @type {Point | null} from the pointer to the middle, while the handle is held */
  let held = null;
  handle.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    const box = handle.getBoundingClientRect();
    held = [box.left + box.width / 2 - event.clientX, box.top + box.height / 2 - event.clientY];
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus({ preventScroll: true });
  });
  handle.addEventListener("pointermove", (event) => {
    if (!held || !event.isPrimary) return;
    drag({ clientX: event.clientX + held[0], clientY: event.clientY + held[1] });
  });
  for (const end of ["pointerup", "pointercancel"]) {
    handle.addEventListener(end, () => {
      if (held) settle?.();
      held = null;
    });
  }
}

/**
 * Put a handle where it belongs, and say what it holds.
 * @param {SVGElement} handle
 * @param {Point} place
 * @param {string} said
 * @param {HandleValue} [value] of what is no mere point
 */
export function placeHandle(handle, [x, y], said, value) {
  handle.setAttribute("cx", x.toFixed(2));
  handle.setAttribute("cy", y.toFixed(2));
  handle.setAttribute("aria-label", said);
  if (!value) return;
  handle.setAttribute("aria-valuenow", String(value.now));
  handle.setAttribute("aria-valuetext", value.text);
  if (!value.ends) return;
  handle.setAttribute("aria-valuemin", String(value.ends[0]));
  handle.setAttribute("aria-valuemax", String(value.ends[1]));
}

/**
 * Put a handle where it belongs that holds a number between two ends: say it as a slider does.
 * @param {SVGElement} handle
 * @param {Point} place
 * @param {Said} said
 */
export function placeSlider(handle, place, { name, ...value }) {
  handle.setAttribute("role", "slider");
  handle.removeAttribute("aria-roledescription");
  placeHandle(handle, place, name, value);
}
