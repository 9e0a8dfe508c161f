// Points with an axis through their mean that is held at one end, and a bar in two parts.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { dot } from "../kit/plane_parts.js";
import { makeSheet, Plane, word } from "../kit/plane_sheet.js";
import { outline, shape } from "../kit/svg.js";
import { tickedGround } from "../kit/ticked_ground.js";
import { directionOf, footOf, halfTurn } from "./geometry.js";

/** @typedef {import("./geometry.js").Point} Point */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/**
 * @typedef {object} AxisScene
 * @property {Point[]} points
 * @property {number} angle in degrees
 * @property {[string, string]} names of the coordinates
 * @property {Frame} view that the grid fills
 * @property {[number[], number[]]} ticks
 * @property {Frame} bar
 * @property {Frame} frame of the whole picture
 */

const FEW = 40; // up to here points are large and feet are marked
const REACH = 0.4; // of the handle from the mean, as a part of the view's lesser side

export class AxisDrawing {
  #scene;
  #place;
  #plane;
  #spread;
  #parts = shape("g", {});
  #handle;
  #sheet;
  #side = 1; // the end of the axis that is held

  /**
   * @param {AxisScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {import("./geometry.js").Spread} spread
   * @param {{ turn: (degrees: number) => void, nudge: (degrees: number) => void }} actions
   */
  constructor(scene, place, spread, { turn, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#plane = new Plane(scene.frame, place);
    this.#spread = spread;
    this.#handle = makeHandle(
      {
        drag: (to) => turn(this.#pointed(to)),
        nudge: ([across, up]) => nudge(across + up),
        leap: (way) => turn(way < 0 ? 0 : 179),
      },
      { role: "slider" },
    );
    this.#sheet = makeSheet(place, [this.#ground(), this.#parts, this.#handle]);
  }

  /** @param {import("../kit/handle.js").Pointer} to @returns {number} the angle at which it is */
  #pointed(to) {
    const box = this.#sheet.getBoundingClientRect();
    const [x, y] = this.#plane.locate(this.#spread.mean);
    const unit = box.width / this.#place.width;
    const [u, v] = [to.clientX - box.left - x * unit, box.top + y * unit - to.clientY];
    const degrees = Math.round((Math.atan2(v, u) * 180) / Math.PI);
    this.#side = degrees < 0 || degrees === 180 ? -1 : 1;
    return halfTurn(degrees);
  }

  /** What does not move: grid, numbers, names of the coordinates, points. */
  #ground() {
    const { points } = this.#scene;
    const ground = tickedGround(this.#scene, this.#place);
    const r = points.length > FEW ? 1.8 : 3.4;
    ground.append(...points.map((p) => dot(this.#plane.locate(p), r, "plane-dot plane-blue")));
    return ground;
  }

  /** @param {number} degrees @param {string} said */
  draw(degrees, said) {
    const { points, view } = this.#scene;
    const { mean } = this.#spread;
    const direction = directionOf(degrees);
    const feet = points.map((point) => footOf(point, mean, direction));
    const drops = points
      .map((p, i) => outline([this.#plane.locate(p), this.#plane.locate(feet[i])]))
      .join("");
    const isFew = points.length <= FEW;
    this.#parts.replaceChildren(
      shape("path", {
        d: drops,
        class: `${isFew ? "plane-thin" : "plane-hair"} plane-green`,
      }),
      this.#plane.path(lineInFrame(mean, direction, view), "plane-thick plane-orange"),
      ...(isFew ? feet : []).map((foot) =>
        dot(this.#plane.locate(foot), 2.7, "plane-dot plane-orange"),
      ),
      dot(this.#plane.locate(mean), 2.6, "plane-dot plane-ink"),
      ...this.#bar(this.#spread.along(degrees) / this.#spread.total),
    );
    const [left, bottom, right, top] = view;
    const reach = this.#side * REACH * Math.min(right - left, top - bottom);
    const at = this.#plane.locate([mean[0] + reach * direction[0], mean[1] + reach * direction[1]]);
    placeHandle(this.#handle, at, "Axis", { now: degrees, text: said, ends: [0, 179] });
  }

  /** @param {number} share @returns {SVGElement[]} the bar in two parts with their names */
  #bar(share) {
    const [left, bottom, right, top] = this.#scene.bar;
    const [x, y] = this.#plane.locate([left, top]);
    const [end, low] = this.#plane.locate([right, bottom]);
    const middle = x + share * (end - x);
    const size = { y, height: low - y };
    const percent = Math.round(100 * share);
    return [
      shape("rect", { x, width: middle - x, ...size, class: "plane-dot plane-orange" }),
      shape("rect", { x: middle, width: end - middle, ...size, class: "plane-dot plane-green" }),
      word([x, y - 4], `along ${percent} %`, "orange"),
      word([end, y - 4], `across ${100 - percent} %`, "green", { "text-anchor": "end" }),
    ];
  }
}
