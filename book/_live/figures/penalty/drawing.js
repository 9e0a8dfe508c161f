// The plane of two coefficients: the path of ridge, a circle and a level curve that touch on it,
// and two points to hold.
import { makeHandle, placeHandle, placeSlider } from "../kit/handle.js";
import { around, LabelPlaces, pieces } from "../kit/label_places.js";
import { writeWord } from "../kit/letters.js";
import { Grid } from "../kit/plane_grid.js";
import { dot } from "../kit/plane_parts.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ text: string, at: Point, color: string }} Word */
/**
 * @typedef {object} PenaltyContent
 * @property {Point} truth
 * @property {Point} solution
 * @property {Point} w
 * @property {Point[]} way the path of ridge
 * @property {Point[]} level
 * @property {Word[]} words
 * @property {{ w: import("../kit/handle.js").Said, truth: string }} said about the handles
 */
/**
 * @typedef {object} PenaltyActions
 * @property {(to: Point) => void} dragAnswer along the path
 * @property {(steps: number) => void} nudgeAnswer to larger penalties
 * @property {(to: Point) => void} dragTruth
 * @property {(steps: Point) => void} nudgeTruth
 */

const SPARSE = 6; // every so many points of a curve labels keep clear of

export class PenaltyDrawing {
  #frame;
  #place;
  #places;
  #parts = shape("g", {});
  #answer;
  #truth;

  /**
   * @param {Frame} frame
   * @param {import("../kit/widget.js").Place} place
   * @param {PenaltyActions} actions
   */
  constructor(frame, place, actions) {
    this.#frame = frame;
    this.#place = place;
    this.#places = new LabelPlaces(place);
    const grid = new Grid(place);
    grid.show(frame);
    this.#truth = makeHandle(
      { drag: (to) => actions.dragTruth(pointed(frame, sheet, to)), nudge: actions.nudgeTruth },
      { color: "blue" },
    );
    this.#answer = makeHandle(
      {
        drag: (to) => actions.dragAnswer(pointed(frame, sheet, to)),
        nudge: ([across, up]) => actions.nudgeAnswer(across + up),
      },
      { color: "orange" },
    );
    const names = [this.#name("w₁", [1, 0]), this.#name("w₂", [0, 1])];
    const parts = [grid.element, ...names, this.#parts, this.#truth, this.#answer];
    const sheet = makeSheet(place, parts);
    sheet.classList.add("is-cut");
  }

  /** @param {string} text @param {Point} axis @returns {SVGElement} the name at an axis's end */
  #name(text, [across]) {
    const { width } = this.#place;
    const [x, y] = this.#locate([0, 0]);
    const at = /** @type {Point} */ (across ? [width - 8, y - 8] : [x + 6, 14]);
    return word(at, text, "muted", across ? { "text-anchor": "end" } : {});
  }

  /** @param {Point} point @returns {Point} its place in the drawing */
  #locate(point) {
    return locate(this.#frame, this.#place, point);
  }

  /** @param {PenaltyContent} content */
  draw({ truth, solution, w, way, level, words, said }) {
    const curves = [way, level].map((points) => points.map((point) => this.#locate(point)));
    const [center, at, start, wanted] = [/** @type {Point} */ ([0, 0]), w, solution, truth].map(
      (point) => this.#locate(point),
    );
    const radius = Math.hypot(at[0] - center[0], at[1] - center[1]);
    const [cx, cy, r] = [...center, radius].map((entry) => entry.toFixed(2));
    this.#places.begin([
      ...[...curves, ring(center, radius)].flatMap(segments),
      ...[at, start, wanted].flatMap(around),
    ]);
    this.#parts.replaceChildren(
      path(curves[1], "plane-thin plane-purple is-dashed"),
      shape("circle", { cx, cy, r, fill: "none", class: "plane-thin plane-muted" }),
      path(curves[0], "plane-thick plane-orange"),
      dot(start, 3.4, "plane-dot plane-ink"),
      ...words.map((one) => this.#word(one)),
    );
    placeSlider(this.#answer, at, said.w);
    placeHandle(this.#truth, wanted, said.truth);
  }

  /** @param {Word} word @returns {SVGElement} */
  #word({ text, at, color }) {
    const made = word(this.#places.place(this.#locate(at), text), "", color, {
      "text-anchor": "middle",
    });
    writeWord(made, text, "w");
    return made;
  }
}

/** @param {Point} center @param {number} radius @returns {Point[]} points of a circle */
function ring([x, y], radius) {
  return Array.from({ length: 97 }, (_, k) => {
    const turn = (k * Math.PI) / 48;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
  });
}

/** @param {Point[]} points @returns {[Point, Point][]} a few pieces of a curve */
function segments(points) {
  return pieces(points.filter((_, k) => k % SPARSE === 0));
}
