// Two panes side by side: the unit circle with a point to turn, and its image.
import { arrow, makeHandle, outline, placeHandle, shape } from "./plane_parts.js";

/** @typedef {import("./plane_parts.js").Point} Point */
/** @typedef {{ to: Point, color: string, text: string, isThin?: boolean }} Arm */
/**
 * @typedef {object} PaneContent
 * @property {number} half of the side, in the pane's numbers
 * @property {Point[]} curve
 * @property {Arm[]} arms from the center
 */

const CENTERS = [-1.14, 1.14]; // of the panes, whose half sides are 1
const AWAY = 13; // points from the tip of an arrow to the middle of its name
const CLOSE = 0.3; // radians between two arrows whose names would collide
const CORNER = 0.12; // side of the right angle's square

export class CircleDrawing {
  #frame;
  #unit; // points of a pane's half side
  #parts = shape("g", {});
  #handle;

  /**
   * @param {import("./widget.js").Place} place
   * @param {[number, number, number, number]} frame left, bottom, right, top
   * @param {{ turn: (degrees: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(place, frame, { turn, nudge }) {
    this.#frame = frame;
    this.#unit = place.width / (frame[2] - frame[0]);
    this.#handle = makeHandle({
      drag: (event) => turn(this.#pointed(event)),
      nudge: ([across, up]) => nudge(across + up),
      settle: () => {},
    });
    const look = { viewBox: `0 0 ${place.width} ${place.height}`, class: "plane-drawing" };
    this.svg = shape("svg", { ...look, role: "group", "aria-label": place.alt });
    this.svg.append(this.#parts, this.#handle);
    place.root.append(this.svg);
  }

  /** @param {number} pane @param {number} half @param {Point} point @returns {Point} */
  #locate(pane, half, [x, y]) {
    const [left, , , top] = this.#frame;
    return [(CENTERS[pane] + x / half - left) * this.#unit, (top - y / half) * this.#unit];
  }

  /** @param {PointerEvent} event @returns {number} the angle of the pointer in the left pane */
  #pointed(event) {
    const box = this.svg.getBoundingClientRect();
    const [left, , right, top] = this.#frame;
    const unit = box.width / (right - left);
    const x = left + (event.clientX - box.left) / unit - CENTERS[0];
    const y = top - (event.clientY - box.top) / unit;
    return (Math.atan2(y, x) * 180) / Math.PI;
  }

  /** @param {[PaneContent, PaneContent]} panes @param {Point} held @param {string} said */
  draw(panes, held, said) {
    this.#parts.replaceChildren(...panes.flatMap((content, pane) => this.#pane(pane, content)));
    placeHandle(this.#handle, this.#locate(0, panes[0].half, held), said);
  }

  /** @param {number} pane @param {PaneContent} content @returns {SVGElement[]} */
  #pane(pane, { half, curve, arms }) {
    /** @type {(points: Point[], name: string) => SVGElement} */
    const path = (points, name) =>
      shape("path", { d: outline(points.map((p) => this.#locate(pane, half, p))), class: name });
    /** @type {Point[]} */
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ];
    /** @type {Point[][]} */
    const axes = [
      [
        [-half, 0],
        [half, 0],
      ],
      [
        [0, -half],
        [0, half],
      ],
    ];
    const made = [
      path(corners, "plane-frame"),
      ...axes.map((axis) => path(axis, "plane-axis")),
      path(curve, "plane-curve plane-purple"),
    ];
    const [first, second] = arms.map(({ to }) => Math.hypot(...to));
    if (first > 0 && second > 0) {
      const [u, v] = [arms[0].to, arms[1].to].map((to) =>
        to.map((entry) => (CORNER * half * entry) / Math.hypot(...to)),
      );
      made.push(
        path(
          [
            [u[0], u[1]],
            [u[0] + v[0], u[1] + v[1]],
            [v[0], v[1]],
          ],
          "plane-corner",
        ),
      );
    }
    const center = this.#locate(pane, half, [0, 0]);
    for (const { to, color, isThin } of arms) {
      const tip = this.#locate(pane, half, to);
      made.push(...arrow(center, tip, color, isThin));
      if (Math.hypot(...to) === 0) {
        made.push(
          shape("circle", { cx: tip[0], cy: tip[1], r: 3, class: `plane-dot plane-${color}` }),
        );
      }
    }
    const [x, y] = this.#locate(pane, half, arms[2].to);
    if (pane === 1)
      made.push(shape("circle", { cx: x, cy: y, r: 2.6, class: "plane-dot plane-ink" }));
    return [...made, ...arms.map((arm, i) => this.#word(pane, half, arm, i === 2 ? arms : []))];
  }

  /**
   * The name of an arrow beyond its tip, turned away from the arrows that it must not meet.
   * @param {number} pane
   * @param {number} half
   * @param {Arm} arm
   * @param {Arm[]} others
   * @returns {SVGElement}
   */
  #word(pane, half, { to, color, text }, others) {
    const [x, y] = this.#locate(pane, half, to);
    let turn = Math.hypot(...to) === 0 ? 2.4 : Math.atan2(to[1], to[0]);
    for (const other of others.slice(0, 2)) {
      const gap = Math.atan2(other.to[1], other.to[0]) - turn;
      const around = Math.atan2(Math.sin(gap), Math.cos(gap));
      if (Math.hypot(...other.to) > 0 && Math.abs(around) < CLOSE) turn -= around < 0 ? -1.2 : 1.2;
    }
    const reach = AWAY + (text.length > 2 ? 4 * Math.abs(Math.cos(turn)) : 0);
    const made = shape("text", {
      x: x + reach * Math.cos(turn),
      y: Math.max(10, y + 4 - reach * Math.sin(turn)),
      "text-anchor": "middle",
      class: `figure-word space-word-${color}`,
    });
    for (const letter of text) {
      const style = /[Aσ]/.test(letter)
        ? "plane-matrix"
        : /[a-z]/.test(letter)
          ? "plane-vector"
          : "";
      const part = shape("tspan", style ? { class: style } : {});
      part.textContent = letter;
      made.append(part);
    }
    return made;
  }
}
