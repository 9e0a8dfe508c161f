// Two panes: the columns as blades with y, and the line of weights on which w flies off.
import { makeHandle, placeHandle } from "../kit/handle.js";
import { LabelPlaces } from "../kit/label_places.js";
import { writeWord } from "../kit/letters.js";
import { Pane } from "../kit/panes.js";
import { lineInFrame } from "../kit/plane_frame.js";
import { arrow } from "../kit/plane_parts.js";
import { makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { floats } from "../kit/vectors.js";
import { inPane } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/** @typedef {import("./geometry.js").Fit} Fit */
/**
 * @typedef {object} Grip a point that can be held
 * @property {(to: Point) => void} drag
 * @property {(steps: Point) => void} nudge
 */

export const HALVES = [5, 4]; // of the columns' pane and of the weights'
const NAMES = ["the columns and y", "the weights"];
const BELOW = -1.17; // the names' place under the panes

/** @param {Point} point of the columns' pane @returns {Point} where it is shown: inside */
function shownAt([x, y]) {
  const [most] = HALVES;
  return [Math.max(-most, Math.min(most, x)), Math.max(-most, Math.min(most, y))];
}

export class ScissorsDrawing {
  #panes;
  #places;
  #parts = shape("g", {});
  #handles;

  /**
   * @param {import("../kit/widget.js").Place} place
   * @param {import("../kit/plane_frame.js").Frame} frame
   * @param {{ blade: Grip, target: Grip }} grips
   */
  constructor(place, frame, { blade, target }) {
    this.#places = new LabelPlaces(place);
    this.#panes = HALVES.map((half, side) => {
      const pane = new Pane(place, frame, side);
      pane.half = half;
      return pane;
    });
    const [left] = this.#panes;
    this.#handles = [blade, target].map(({ drag, nudge }, k) =>
      makeHandle(
        { drag: (to) => drag(left.pointed(sheet, to)), nudge },
        { color: k === 0 ? "blue" : "ink" },
      ),
    );
    const sheet = makeSheet(place, [this.#parts, ...this.#handles]);
  }

  /** @param {State} state @param {Fit} fit @param {[string, string]} said about the handles */
  draw(state, fit, said) {
    const grounds = this.#panes.flatMap((pane, side) => [
      ...pane.ground(),
      this.#name(pane, NAMES[side]),
    ]);
    const tips = [floats(fit.columns[0]), floats(state.y)].map(shownAt);
    this.#parts.replaceChildren(...grounds, ...this.#columns(state, fit), ...this.#weights(fit));
    tips.forEach((tip, k) => {
      placeHandle(this.#handles[k], this.#panes[0].locate(tip), said[k]);
    });
  }

  /** @param {Pane} pane @param {string} name @returns {SVGElement} */
  #name(pane, name) {
    const place = pane.locate([0, BELOW * pane.half]);
    const look = { "text-anchor": "middle", "dominant-baseline": "central" };
    const made = word(place, "", "muted", look);
    writeWord(made, name, "y");
    return made;
  }

  /** @param {State} state @param {Fit} fit @returns {SVGElement[]} */
  #columns(state, { columns, weights, fitted }) {
    const pane = this.#panes[0];
    const [first, second] = columns.map(floats);
    const [target, foot] = [shownAt(floats(state.y)), floats(fitted)];
    /** @type {Point} */
    const corner = [weights[0].valueOf() * first[0], weights[0].valueOf() * first[1]];
    const steps = [inPane([0, 0], corner, pane.half), inPane(corner, foot, pane.half)];
    const missed = inPane(target, foot, pane.half);
    const origin = pane.locate([0, 0]);
    const blades = [first, second].map((tip) => pane.locate(shownAt(tip)));
    this.#places.begin(
      [...steps, missed]
        .filter((part) => part.length)
        .map((part) => {
          const [start, end] = part.map((point) => pane.locate(point));
          return /** @type {[Point, Point]} */ ([start, end]);
        })
        .concat(blades.map((tip) => [origin, tip])),
    );
    return [
      ...steps.filter((step) => step.length).map((step) => pane.path(step, "plane-light")),
      ...blades.flatMap((tip) => arrow(origin, tip, "blue")),
      ...(missed.length ? [pane.path(missed, "plane-line plane-purple is-dashed")] : []),
      ...blades.map((tip, k) => this.#bladeName(tip, k, first[1] < 0)),
      this.#word(pane.locate(target), "y", "ink"),
    ];
  }

  /** @param {Fit} fit @returns {SVGElement[]} */
  #weights({ weights, least }) {
    const pane = this.#panes[1];
    const { half } = pane;
    const [shortest, tip] = [floats([least, least]), floats(weights)];
    const line = lineInFrame(shortest, [1, -1], [-half, -half, half, half]);
    const flight = inPane(shortest, tip, half);
    const made = line.length ? [pane.path(line, "plane-line plane-blue")] : [];
    const isInside = Math.max(...tip.map(Math.abs)) <= half;
    this.#places.begin(line.length ? [[pane.locate(line[0]), pane.locate(line[1])]] : []);
    if (flight.length) {
      const [start, end] = flight.map((point) => pane.locate(point));
      made.push(...arrow(start, end, "purple", { width: "firm", isDashed: true }));
      if (isInside) made.push(pane.dot(tip, 2.6, "plane-dot plane-ink"));
      made.push(this.#word(end, isInside ? "w" : "w …", "ink"));
    }
    if (Math.max(...shortest.map(Math.abs)) <= half) {
      made.push(pane.dot(shortest, 4.6, "plane-ring plane-orange"));
    }
    return made;
  }

  /**
   * @param {Point} tip on the sheet
   * @param {number} k
   * @param {boolean} isCrossed whether the first blade is the lower one
   * @returns {SVGElement} the name, on the outer side of the blade
   */
  #bladeName([x, y], k, isCrossed) {
    const isBelow = (k === 1) !== isCrossed;
    const made = word([x, y + (isBelow ? 15 : -9)], "", "blue", { "text-anchor": "middle" });
    writeWord(made, ["x₁", "x₂"][k], "x");
    return made;
  }

  /** @param {Point} at on the sheet @param {string} text @param {string} color @returns {SVGElement} */
  #word(at, text, color) {
    const made = word(this.#places.place(at, text), "", color, { "text-anchor": "middle" });
    writeWord(made, text, "wxy");
    return made;
  }
}
