// Points with an axis through their mean that can be turned, and a bar of constant length: the
// variance along the axis and across it.
import { rational } from "../shared/rational.js";
import { axisInView, directionOf, footOf, halfTurn, readout, spreadOf } from "./axis_geometry.js";
import { makeHandle, outline, placeHandle, shape } from "./plane_parts.js";
import { Widget } from "./widget.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("./axis_geometry.js").Point} Point */
/** @typedef {[number, number, number, number]} Box left, bottom, right, top */
/**
 * @typedef {object} AxisScene
 * @property {Point[]} points
 * @property {number} angle in degrees
 * @property {[string, string]} names of the coordinates
 * @property {Box} view that the grid fills
 * @property {[number[], number[]]} ticks
 * @property {[number, number, number, number]} bar left, bottom, right, top
 * @property {Box} frame of the whole picture
 */

const FEW = 40; // up to here points are large and feet are marked
const REACH = 0.4; // of the handle from the mean, as a part of the view's lesser side

/** @type {import("./widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Axis",
    fields: [{ name: "angle", label: "angle", hint: "angle of the axis", type: "range" }],
  },
];

class AxisDrawing {
  #scene;
  #place;
  #spread;
  #parts = shape("g", {});
  #handle;
  #side = 1; // the end of the axis that is held

  /**
   * @param {AxisScene} scene
   * @param {import("./widget.js").Place} place
   * @param {import("./axis_geometry.js").Spread} spread
   * @param {{ turn: (degrees: number) => void, nudge: (degrees: number) => void }} actions
   */
  constructor(scene, place, spread, { turn, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#spread = spread;
    this.#handle = makeHandle({
      drag: (event) => turn(this.#pointed(event)),
      nudge: ([across, up]) => nudge(across + up),
      settle: () => {},
    });
    this.#handle.setAttribute("role", "slider");
    this.#handle.setAttribute("aria-valuemin", "0");
    this.#handle.setAttribute("aria-valuemax", "179");
    const viewBox = `0 0 ${place.width} ${place.height}`;
    const look = { viewBox, class: "plane-drawing", role: "group", "aria-label": place.alt };
    this.svg = shape("svg", look);
    this.svg.append(this.#ground(), this.#parts, this.#handle);
    place.root.append(this.svg);
  }

  /** @param {Point} point @returns {Point} its place in the drawing */
  #locate([x, y]) {
    const [left, bottom, right, top] = this.#scene.frame;
    const { width, height } = this.#place;
    return [(width * (x - left)) / (right - left), (height * (top - y)) / (top - bottom)];
  }

  /** @param {PointerEvent} event @returns {number} the angle at which the pointer is */
  #pointed(event) {
    const box = this.svg.getBoundingClientRect();
    const [x, y] = this.#locate(this.#spread.mean);
    const unit = box.width / this.#place.width;
    const [u, v] = [event.clientX - box.left - x * unit, box.top + y * unit - event.clientY];
    const degrees = Math.round((Math.atan2(v, u) * 180) / Math.PI);
    this.#side = degrees < 0 || degrees === 180 ? -1 : 1;
    return halfTurn(degrees);
  }

  /** @param {Point[]} points @param {string} name @returns {SVGElement} */
  #path(points, name) {
    return shape("path", { d: outline(points.map((p) => this.#locate(p))), class: name });
  }

  /** @param {string} text @param {Point} at @param {Record<string, string | number>} look */
  #word(text, [x, y], look) {
    const word = shape("text", { x: x.toFixed(1), y: y.toFixed(1), class: "figure-word", ...look });
    word.textContent = text;
    return word;
  }

  /** What does not move: grid, numbers, names of the coordinates, points. */
  #ground() {
    const { names, points, ticks, view } = this.#scene;
    const [left, bottom, right, top] = view;
    const muted = "figure-word space-word-muted";
    const ground = shape("g", {});
    for (const x of ticks[0]) {
      const [u, v] = this.#locate([x, bottom]);
      ground.append(
        this.#path(
          [
            [x, bottom],
            [x, top],
          ],
          "plane-frame",
        ),
        this.#word(String(x), [u, v + 15], { "text-anchor": "middle", class: muted }),
      );
    }
    for (const y of ticks[1]) {
      const [u, v] = this.#locate([left, y]);
      ground.append(
        this.#path(
          [
            [left, y],
            [right, y],
          ],
          "plane-frame",
        ),
        this.#word(String(y), [u - 5, v + 4], { "text-anchor": "end", class: muted }),
      );
    }
    const [u, v] = this.#locate([(left + right) / 2, bottom]);
    const [s, t] = this.#locate([left, (bottom + top) / 2]);
    const ink = { class: "figure-word space-word-ink", "text-anchor": "middle" };
    const turned = { ...ink, transform: `rotate(-90 ${s - 31} ${t})` };
    ground.append(
      this.#word(names[0], [u, v + 30], ink),
      this.#word(names[1], [s - 31, t], turned),
    );
    const r = points.length > FEW ? 1.8 : 3.4;
    for (const [cx, cy] of points.map((p) => this.#locate(p))) {
      const look = { cx: cx.toFixed(1), cy: cy.toFixed(1), r, class: "plane-dot plane-blue" };
      ground.append(shape("circle", look));
    }
    return ground;
  }

  /** @param {number} degrees @param {string} said */
  draw(degrees, said) {
    const { points, view } = this.#scene;
    const { mean } = this.#spread;
    const direction = directionOf(degrees);
    const feet = points.map((point) => footOf(point, mean, direction));
    const drops = points.map((p, i) => outline([this.#locate(p), this.#locate(feet[i])])).join("");
    const [x, y] = this.#locate(mean);
    const isFew = points.length <= FEW;
    this.#parts.replaceChildren(
      shape("path", {
        d: drops,
        class: "plane-thin plane-green",
        "stroke-opacity": isFew ? 1 : 0.5,
      }),
      this.#path(axisInView(mean, direction, view), "plane-thick plane-orange"),
      ...(isFew ? feet : []).map((foot) => {
        const [cx, cy] = this.#locate(foot);
        return shape("circle", { cx, cy, r: 2.7, class: "plane-dot plane-orange" });
      }),
      shape("circle", { cx: x, cy: y, r: 2.6, class: "plane-dot plane-ink" }),
      ...this.#bar(this.#spread.along(degrees) / this.#spread.total),
    );
    const [left, bottom, right, top] = view;
    const reach = this.#side * REACH * Math.min(right - left, top - bottom);
    const at = this.#locate([mean[0] + reach * direction[0], mean[1] + reach * direction[1]]);
    placeHandle(this.#handle, at, "Axis");
    this.#handle.setAttribute("aria-valuenow", String(degrees));
    this.#handle.setAttribute("aria-valuetext", said);
  }

  /** @param {number} share @returns {SVGElement[]} the bar in two parts with their names */
  #bar(share) {
    const [left, bottom, right, top] = this.#scene.bar;
    const [x, y] = this.#locate([left, top]);
    const [end, low] = this.#locate([right, bottom]);
    const middle = x + share * (end - x);
    const size = { y, height: low - y };
    const percent = Math.round(100 * share);
    return [
      shape("rect", { x, width: middle - x, ...size, class: "plane-dot plane-orange" }),
      shape("rect", { x: middle, width: end - middle, ...size, class: "plane-dot plane-green" }),
      this.#word(`along ${percent} %`, [x, y - 4], { class: "figure-word space-word-orange" }),
      this.#word(`across ${100 - percent} %`, [end, y - 4], {
        class: "figure-word space-word-green",
        "text-anchor": "end",
      }),
    ];
  }
}

/**
 * @param {AxisScene} scene
 * @param {import("./widget.js").Place} place
 */
export function build(scene, place) {
  const spread = spreadOf(scene.points);
  let degrees = scene.angle;
  /** @param {number} next */
  const show = (next) => {
    degrees = halfTurn(next);
    const rows = readout(spread, degrees);
    const words = `${degrees} degrees: ${rows[4][1]} of the variance along the axis`;
    const range = { least: rational(0), most: rational(179), step: rational(1) };
    widget.limit("angle", { ...range, words });
    widget.fill({ angle: rational(Math.round(degrees)) });
    widget.tell(rows);
    drawing.draw(degrees, words);
  };
  const drawing = new AxisDrawing(scene, place, spread, {
    turn: show,
    nudge: (step) => show(degrees + step),
  });
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(Math.round(value.valueOf())),
    reset: () => show(scene.angle),
  });
  show(scene.angle);
  return widget;
}
