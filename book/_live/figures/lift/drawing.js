// Two panes: the points from above with the curve of the cut, and the surface that lifts them.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { rounded } from "../kit/notation.js";
import { makeOrbit } from "../kit/orbit.js";
import { Pane } from "../kit/panes.js";
import { makeSheet, word } from "../kit/plane_sheet.js";
import { projection } from "../kit/space_geometry.js";
import { shape } from "../kit/svg.js";
import { floatHeight, levelCurves, lifting, rangeOf, sideOf } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("../kit/space_geometry.js").View} View */
/**
 * @typedef {object} Content
 * @property {[Point[], Point[]]} points discs and rings
 * @property {number[]} feature
 * @property {number} cut
 * @property {View} view
 * @property {number} held which point was moved last, discs first; −1 for none
 * @property {string[]} said of the points
 * @property {string} saidOfCut
 */
/**
 * @typedef {object} Actions
 * @property {(i: number, to: Point) => void} drag
 * @property {(i: number, steps: Point) => void} nudge
 * @property {(turn: number, rise: number) => void} turn
 * @property {(up: number) => void} raise the cut is held so far up in the picture
 * @property {(steps: number) => void} nudgeCut
 */

const SCALE = 0.76; // of the picture of the surface in its pane
const [RINGS, SPOKES, STEPS] = [3, 8, 12];
const NAMES = ["from above", "lifted"];
const BELOW = -1.17; // the names' place under the panes
const [DOT, RING, HOLE] = [4.3, 3.5, 2.7]; // radii in points

/** @param {number} radius @returns {Point[]} */
function circle(radius) {
  return Array.from({ length: 121 }, (_, k) => {
    const turn = (2 * Math.PI * k) / 120;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
}

export class LiftDrawing {
  #radius;
  #flat;
  #lifted;
  #parts = shape("g", {});
  #handles;
  #cut;
  #turning = shape("rect", { class: "plane-turn", tabindex: 0, role: "application" });

  /**
   * @param {import("../kit/widget.js").Place} place
   * @param {import("../kit/plane_frame.js").Frame} frame
   * @param {number} radius
   * @param {[number, number]} counts of discs and rings
   * @param {Actions} actions
   */
  constructor(place, frame, radius, [discs, rings], { drag, nudge, turn, raise, nudgeCut }) {
    this.#radius = radius;
    const [flat, lifted] = [0, 1].map((side) => new Pane(place, frame, side));
    flat.half = radius;
    lifted.half = 1 / SCALE;
    this.#flat = flat;
    this.#lifted = lifted;
    this.#handles = Array.from({ length: discs + rings }, (_, i) =>
      makeHandle(
        {
          drag: (to) => drag(i, this.#flat.pointed(sheet, to)),
          nudge: (steps) => nudge(i, steps),
        },
        { color: i < discs ? "blue" : "paper" },
      ),
    );
    for (const ring of this.#handles.slice(discs)) ring.setAttribute("r", String(HOLE));
    this.#cut = makeHandle(
      {
        drag: (to) => raise(this.#lifted.pointed(sheet, to)[1]),
        nudge: ([across, up]) => nudgeCut(across + up),
      },
      { color: "orange", role: "slider" },
    );
    this.#placeTurning();
    makeOrbit(this.#turning, turn);
    const sheet = makeSheet(place, [this.#parts, this.#turning, ...this.#handles, this.#cut]);
  }

  /** Lay what takes the turning over the second pane. */
  #placeTurning() {
    const { half } = this.#lifted;
    const [left, top] = this.#lifted.locate([-half, half]);
    const [right, low] = this.#lifted.locate([half, -half]);
    const size = { x: left, y: top, width: right - left, height: low - top };
    for (const [name, value] of Object.entries(size)) {
      this.#turning.setAttribute(name, value.toFixed(2));
    }
    this.#turning.setAttribute("aria-roledescription", "surface to turn");
  }

  /** @param {Content} content */
  draw({ points, feature, cut, view, held, said, saidOfCut }) {
    const range = rangeOf(feature, this.#radius);
    const place = lifting(range, this.#radius);
    const seen = projection(view);
    /** @type {(point: Point, height?: number) => Point} */
    const up = (point, height = floatHeight(feature, point)) => seen(place(point, height));
    const curves = levelCurves(feature, cut, this.#radius);
    const [discs, rings] = points;
    this.#parts.replaceChildren(
      ...this.#ground(curves),
      ...rings.map((point) => this.#flat.dot(point, RING, "plane-ring plane-ink")),
      ...this.#net(up),
      ...(cut >= range[0] && cut <= range[1] ? this.#sheet(up, curves, cut) : []),
      ...(held < 0 ? [] : this.#stem(up, points.flat()[held], range[0])),
      ...discs.map((point) => this.#lifted.dot(up(point), DOT, "plane-dot plane-blue")),
      ...rings.map((point) => this.#lifted.dot(up(point), RING, "plane-ring plane-ink")),
      ...[this.#flat, this.#lifted].map((pane, side) => this.#name(pane, NAMES[side])),
    );
    points.flat().forEach((point, i) => {
      placeHandle(this.#handles[i], this.#flat.locate(point), said[i]);
    });
    const at = Math.max(range[0], Math.min(range[1], cut));
    const side = this.#lifted.locate(up(sideOf(view.azimuth, this.#radius), at));
    placeHandle(this.#cut, side, "Height of the cut", { now: cut, text: saidOfCut, ends: range });
    const turned = `turned by ${rounded(view.azimuth, 0)}, tilted by ${rounded(view.elevation, 0)} degrees`;
    this.#turning.setAttribute("aria-label", `The lifted points, ${turned}: arrow keys turn them`);
  }

  /** @param {Point[][]} curves of the cut @returns {SVGElement[]} */
  #ground(curves) {
    const radius = this.#radius;
    /** @type {Point[][]} */
    const axes = [
      [
        [-radius, 0],
        [radius, 0],
      ],
      [
        [0, -radius],
        [0, radius],
      ],
    ];
    return [
      this.#flat.path(circle(radius), "plane-frame"),
      ...axes.map((axis) => this.#flat.path(axis, "plane-axis")),
      ...curves.map((curve) => this.#flat.path(curve, "plane-thick plane-orange")),
    ];
  }

  /** @param {(point: Point) => Point} up @returns {SVGElement[]} the surface */
  #net(up) {
    const radius = this.#radius;
    const rings = Array.from({ length: RINGS }, (_, k) => circle((radius * (k + 1)) / RINGS));
    const spokes = Array.from({ length: SPOKES }, (_, k) => {
      const turn = (2 * Math.PI * k) / SPOKES;
      return Array.from({ length: STEPS + 1 }, (_, i) => {
        const way = (radius * i) / STEPS;
        return /** @type {Point} */ ([way * Math.cos(turn), way * Math.sin(turn)]);
      });
    });
    return [...rings, ...spokes].map((line) =>
      this.#lifted.path(
        line.map((point) => up(point)),
        "plane-axis",
      ),
    );
  }

  /**
   * @param {(point: Point, height: number) => Point} up
   * @param {Point[][]} curves
   * @param {number} cut
   * @returns {SVGElement[]} the sheet at the height of the cut, and where it meets the surface
   */
  #sheet(up, curves, cut) {
    const level = (/** @type {Point[]} */ line) => line.map((point) => up(point, cut));
    return [
      this.#lifted.path(level(circle(this.#radius)), "plane-area plane-orange"),
      ...curves.map((curve) => this.#lifted.path(level(curve), "plane-thick plane-orange")),
    ];
  }

  /**
   * @param {(point: Point, height?: number) => Point} up
   * @param {Point} point
   * @param {number} low
   * @returns {SVGElement[]} how high a point was lifted
   */
  #stem(up, point, low) {
    const line = [up(point, low), up(point)];
    return [this.#lifted.path(line, "plane-thin plane-purple is-dashed")];
  }

  /** @param {Pane} pane @param {string} name @returns {SVGElement} */
  #name(pane, name) {
    const look = { "text-anchor": "middle", "dominant-baseline": "central" };
    return word(pane.locate([0, BELOW * pane.half]), name, "muted", look);
  }
}
