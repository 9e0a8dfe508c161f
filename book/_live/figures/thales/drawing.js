// The plane of two observations: a column, y and its foot, the circle over y, and two points to hold.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { writeWord } from "../kit/letters.js";
import { Grid } from "../kit/plane_grid.js";
import { dot } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { nearestOnCircle } from "./geometry.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} ThalesActions
 * @property {(to: Point) => void} dragAnswer
 * @property {(steps: Point) => void} nudgeAnswer
 * @property {(to: Point) => void} dragRight
 * @property {(steps: Point) => void} nudgeRight
 */

const CORNER = 9; // points of the side of a right angle

export class ThalesDrawing {
  #frame;
  #place;
  #places;
  #parts = shape("g", {});
  #answer;
  #right;

  /**
   * @param {Frame} frame
   * @param {import("../kit/widget.js").Place} place
   * @param {ThalesActions} actions
   */
  constructor(frame, place, actions) {
    this.#frame = frame;
    this.#place = place;
    this.#places = new LabelPlaces(place);
    const grid = new Grid(place);
    grid.show(frame);
    this.#right = makeHandle(
      { drag: (to) => actions.dragRight(pointed(frame, sheet, to)), nudge: actions.nudgeRight },
      { color: "blue" },
    );
    this.#answer = makeHandle({
      drag: (to) => actions.dragAnswer(pointed(frame, sheet, to)),
      nudge: actions.nudgeAnswer,
    });
    const [x, y] = this.#locate([0, 0]);
    const names = [
      word([place.width - 8, y - 8], "y₁", "muted", { "text-anchor": "end" }),
      word([x + 6, 14], "y₂", "muted"),
    ];
    const sheet = makeSheet(place, [
      grid.element,
      ...names,
      this.#parts,
      this.#right,
      this.#answer,
    ]);
    sheet.classList.add("is-cut");
  }

  /** @param {Point} point @returns {Point} its place in the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {Point} y @param {number} guess @param {{ y: string, answer: string }} said */
  draw(y, guess, said) {
    const [left, , right] = this.#frame;
    /** @type {Point[]} */
    const points = [
      [0, 0],
      y,
      [y[0], 0],
      [guess, 0],
      nearestOnCircle([guess, 0], y),
      [left, 0],
      [right, 0],
    ];
    const [origin, top, foot, at, near, start, end] = points.map((point) => this.#locate(point));
    const [cx, cy] = [(origin[0] + top[0]) / 2, (origin[1] + top[1]) / 2];
    const radius = Math.hypot(top[0] - origin[0], top[1] - origin[1]) / 2;
    const turns = Array.from({ length: 25 }, (_, k) => (2 * Math.PI * k) / 24);
    const round = turns.map(
      (turn) => /** @type {Point} */ ([cx + radius * Math.cos(turn), cy + radius * Math.sin(turn)]),
    );
    const square = corner(foot, top, origin);
    this.#places.begin([
      ...[round, square, [start, end], [top, foot], [at, near]].flatMap(pieces),
      ...[top, foot, at, near].flatMap(around),
    ]);
    this.#parts.replaceChildren(
      path([start, end], "plane-line plane-blue"),
      shape("circle", {
        cx: cx.toFixed(2),
        cy: cy.toFixed(2),
        r: radius.toFixed(2),
        fill: "none",
        class: "plane-thin plane-muted",
      }),
      path([top, foot], "plane-thin plane-muted"),
      path(square, "plane-thin plane-ink"),
      path([at, near], "plane-line plane-purple is-dashed"),
      dot(near, 3.2, "plane-dot plane-purple"),
      dot(foot, 3.6, "plane-dot plane-orange"),
      this.#word(said.y, top, "blue"),
      this.#word("right", foot, "orange"),
      this.#word("claimed", at, "ink"),
    );
    placeHandle(this.#right, top, `${said.y}: arrow keys move it`);
    placeHandle(this.#answer, at, `${said.answer}: arrow keys move it`);
  }

  /** @param {string} text @param {Point} at @param {string} color @returns {SVGElement} */
  #word(text, at, color) {
    const made = word(this.#places.place(at, text), "", color, { "text-anchor": "middle" });
    writeWord(made, text, "y");
    return made;
  }
}

/** @param {Point} foot @param {Point} top @param {Point} origin @returns {Point[]} */
function corner([x, y], top, origin) {
  const [across, up] = [Math.sign(origin[0] - x), Math.sign(top[1] - y)].map((s) => s * CORNER);
  if (!across || !up) return [];
  return [
    [x + across, y],
    [x + across, y + up],
    [x, y + up],
  ];
}
