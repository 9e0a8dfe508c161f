// What of the line is taken by hand: the normal vector, the nearest point and the solution, each
// by mouse, finger and keys.
import { format } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";

/** @typedef {import("./geometry.js").LineState} LineState */
/** @typedef {[number, number]} Point */
/** @typedef {"normal" | "nearest" | "solution"} Name */
/**
 * @typedef {object} HandleActions
 * @property {(x: number, y: number) => void} turn the normal vector is dragged
 * @property {(x: number, y: number) => void} shift the nearest point is dragged
 * @property {(x: number, y: number) => void} walk the solution is dragged
 * @property {(name: "a" | "b" | "c" | "t", count: number) => void} nudge keys: so many steps
 * @property {() => void} settle dragging has ended
 */

const HIT = 26; // pixels around a handle in which it can be taken
/** @typedef {Record<string, [name: "a" | "b" | "c" | "t", count: number]>} Keys steps by key */

/**
 * The keys of a slider.
 * @param {"c" | "t"} name of what they change
 * @returns {Keys}
 */
function sliderKeys(name) {
  const counts = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  const steps = Object.entries({ ...counts, PageDown: -10, PageUp: 10 });
  return Object.fromEntries(steps.map(([key, count]) => [key, [name, count]]));
}

/** @type {Record<string, Keys>} */
const KEYS = {
  normal: {
    ArrowLeft: ["a", -1],
    ArrowRight: ["a", 1],
    ArrowDown: ["b", -1],
    ArrowUp: ["b", 1],
  },
  nearest: sliderKeys("c"),
  solution: sliderKeys("t"),
};

export class LineHandles {
  #JXG;
  #unit;
  /** @type {Record<string, any>} */
  #points = {};

  /**
   * @param {any} JXG
   * @param {any} board
   * @param {number} unit pixels of one point of the static drawing
   * @param {HandleActions} actions
   */
  constructor(JXG, board, unit, actions) {
    this.#JXG = JXG;
    this.#unit = unit;
    const looks = {
      normal: { ink: "ink", size: 4, moved: actions.turn, role: "button" },
      nearest: { ink: "orange", size: 5, moved: actions.shift, role: "slider" },
      solution: { ink: "purple", size: 5, moved: actions.walk, role: "slider" },
    };
    for (const [name, { ink, size, moved, role }] of Object.entries(looks)) {
      const point = this.#draw(board, ink, size);
      point.on("drag", () => moved(point.X(), point.Y()));
      point.on("up", () => actions.settle());
      takeKeys(point.rendNode, role, KEYS[name], actions.nudge);
      this.#points[name] = point;
    }
  }

  /** @param {any} board @param {string} ink @param {number} size @returns {any} */
  #draw(board, ink, size) {
    return board.create("point", [0, 0], {
      name: "",
      withLabel: false,
      showInfobox: false,
      highlight: false,
      fillColor: `var(--figure-${ink})`,
      strokeColor: "transparent",
      strokeWidth: 2 * HIT,
      size: size * this.#unit,
    });
  }

  /**
   * Put the handles where they belong, and say what they hold.
   * @param {Record<Name, Point>} places
   * @param {LineState} state
   * @param {string} arrow the normal vector in words
   */
  place(places, state, arrow) {
    const said = words(state, arrow);
    for (const [key, point] of Object.entries(this.#points)) {
      const name = /** @type {Name} */ (key);
      point.setPositionDirectly(this.#JXG.COORDS_BY_USER, places[name]);
      for (const [attribute, text] of Object.entries(said[name])) {
        point.rendNode.setAttribute(attribute, text);
      }
    }
  }
}

/**
 * Let a handle be focused and moved by keys.
 * @param {SVGElement} shape
 * @param {string} role
 * @param {Keys} keys
 * @param {HandleActions["nudge"]} nudge
 */
function takeKeys(shape, role, keys, nudge) {
  shape.classList.add("figure-handle");
  shape.setAttribute("tabindex", "0");
  shape.setAttribute("role", role);
  shape.addEventListener("keydown", (event) => {
    const step = keys[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    nudge(step[0], event.shiftKey ? 10 * step[1] : step[1]);
  });
}

/**
 * What screen readers say of the handles.
 * @param {LineState} state
 * @param {string} arrow
 * @returns {Record<Name, Record<string, string>>}
 */
function words({ a, b, c, t }, arrow) {
  return {
    normal: { "aria-label": `Normal vector, ${arrow}: arrow keys move its end` },
    nearest: {
      "aria-label": "Right-hand side c: shifts the line",
      "aria-valuenow": String(c.valueOf()),
      "aria-valuetext": `c = ${format(c)}, line ${equation([a, b], c)}`,
    },
    solution: {
      "aria-label": "t: moves the solution along the line",
      "aria-valuenow": String(t.valueOf()),
      "aria-valuetext": `t = ${format(t)}`,
    },
  };
}
