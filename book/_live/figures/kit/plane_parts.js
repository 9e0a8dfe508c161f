// What drawings of a plane are made of: shapes, arrows, and points to move by mouse, finger and keys.

/** @typedef {[number, number]} Point */
/**
 * @typedef {object} MoveActions
 * @property {(event: PointerEvent) => void} drag the point is held and the pointer moves
 * @property {(steps: Point) => void} nudge by steps across and up, with keys
 * @property {() => void} settle dragging has ended
 */

const SVG = "http://www.w3.org/2000/svg";
const HEAD = 8; // length of an arrow's head in points
/** @type {Record<string, Point>} */
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
export function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** @param {Point[]} points @returns {string} */
export function outline(points) {
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}`;
}

/**
 * An arrow between two points of the drawing; nothing if they are one point to the eye.
 * @param {Point} start
 * @param {Point} end
 * @param {string} color
 * @param {boolean} [isThin]
 * @returns {SVGElement[]}
 */
export function arrow(start, end, color, isThin = false) {
  const size = Math.hypot(end[0] - start[0], end[1] - start[1]);
  if (size < 0.5) return [];
  const [u, v] = [(end[0] - start[0]) / size, (end[1] - start[1]) / size];
  const head = Math.min(HEAD, size);
  /** @type {Point} */
  const neck = [end[0] - head * u, end[1] - head * v];
  const wing = 0.42 * head;
  /** @type {Point[]} */
  const tip = [
    end,
    [neck[0] - wing * v, neck[1] + wing * u],
    [neck[0] + wing * v, neck[1] - wing * u],
  ];
  const [width, name] = [isThin ? "plane-thin" : "plane-thick", `plane-${color}`];
  return [
    shape("path", { d: outline([start, neck]), class: `${width} ${name}` }),
    shape("path", { d: `${outline(tip)}Z`, class: `plane-head ${name}` }),
  ];
}

/**
 * A point that can be held, focused and moved.
 * @param {MoveActions} actions
 * @returns {SVGElement}
 */
export function makeHandle({ drag, nudge, settle }) {
  const handle = shape("circle", { r: 4.2, class: "plane-handle figure-handle" });
  handle.setAttribute("tabindex", "0");
  handle.setAttribute("role", "button");
  handle.setAttribute("aria-roledescription", "point to move");
  let isHeld = false;
  handle.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    isHeld = true;
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
    handle.focus({ preventScroll: true });
  });
  handle.addEventListener("pointermove", (event) => {
    if (isHeld) drag(event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    handle.addEventListener(end, () => {
      if (isHeld) settle();
      isHeld = false;
    });
  }
  handle.addEventListener("keydown", (event) => {
    const steps = KEYS[event.key];
    if (!steps || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    nudge(steps);
  });
  return handle;
}

/**
 * Put a handle where it belongs, and say what it holds.
 * @param {SVGElement} handle
 * @param {Point} place
 * @param {string} said
 */
export function placeHandle(handle, [x, y], said) {
  handle.setAttribute("cx", x.toFixed(2));
  handle.setAttribute("cy", y.toFixed(2));
  handle.setAttribute("aria-label", said);
}
