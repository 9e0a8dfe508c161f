// Two weights whose product is trained: pull the start, raise the scale of the model.
import { formatVector } from "../../shared/matrix.js";
import { parseRational, rational } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";
import { stepBelow } from "../kit/steps.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { TangentDrawing } from "./drawing.js";
import { factsOf, levelsOf, readout, startAt, zoomed } from "./geometry.js";

const LEAD = ["Gap", "Gap times α²", "Scale"]; // what the figure asks for

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/**
 * @typedef {object} TangentScene
 * @property {string[]} start
 * @property {number[]} scales
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Start",
    fields: [
      { name: "w1", label: "w₁", hint: "w₁ at the start", type: "number" },
      { name: "w2", label: "w₂", hint: "w₂ at the start", type: "number" },
    ],
  },
  {
    legend: "α",
    fields: [{ name: "scale", label: "", hint: "scale α of the model", type: "range" }],
  },
];

/** @param {TangentScene} scene @param {import("../kit/widget.js").Place} place @returns {Widget} */
export function build(scene, place) {
  const { scales, frame } = scene;
  /** @type {State} */
  const home = { start: scene.start.map(parseRational), scale: scales[0] };
  let state = home;
  const step = stepBelow((frame[2] - frame[0]) / 40);
  /** @param {number} place of the scale @returns {number} */
  const scaleAt = (place) => scales[Math.max(0, Math.min(scales.length - 1, Math.round(place)))];
  const drawing = new TangentDrawing(frame, place, {
    drag: (to) => show({ ...state, start: startAt(to, frame) }),
    nudge: (by) => {
      const to = state.start.map((entry, i) => entry.add(step.mul(by[i])).valueOf());
      show({ ...state, start: startAt(/** @type {Point} */ (to), frame) });
    },
  });
  /** @param {State} next */
  const show = (next) => {
    state = next;
    const { start, scale } = next;
    const facts = factsOf(next);
    const view = zoomed(frame, next);
    widget.count("scale", [0, scales.length - 1], `α = ${scale}`);
    widget.fill({ w1: start[0], w2: start[1], scale: rational(scales.indexOf(scale)) });
    widget.tell(readout(next, facts), LEAD);
    drawing.draw({
      frame: view,
      isZoomed: scale > 1,
      start: floats(start),
      nearest: floats(facts.nearest),
      way: facts.path,
      levels: levelsOf(facts, scale, view),
      line: equation([start[1], start[0]], facts.right, ["w₁", "w₂"]),
      said: `Start ${formatVector(start)}: arrow keys move it`,
    });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "scale") return show({ ...state, scale: scaleAt(value.valueOf()) });
      const moved = state.start.map((old, i) => (name === `w${i + 1}` ? value : old));
      return show({ ...state, start: startAt(floats(moved), frame) });
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
