// Two columns that close like scissors: the weights fly off, the settled prediction stands still.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { snap } from "../kit/steps.js";
import { Widget } from "../kit/widget.js";
import { HALVES, ScissorsDrawing } from "./drawing.js";
import { fitOf, readout } from "./geometry.js";

const LEAD = ["Prediction for (1, 1)", "Weights"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {{ h: string, y: string[], frame: [number, number, number, number] }} ScissorsScene */

const OPENING = rational(1, 10); // steps of the blade
const STEP = rational(1, 2); // steps of y
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Opening h",
    fields: [{ name: "h", label: "", hint: "half the opening, h", type: "number" }],
  },
  {
    legend: "y",
    fields: [1, 2].map((i) => ({
      name: `y${i}`,
      label: "",
      hint: `entry ${i} of y`,
      type: "number",
    })),
  },
];

/** @param {number} value @returns {number} within the pane of the columns */
function kept(value) {
  return Math.max(-HALVES[0], Math.min(HALVES[0], value));
}

/** @param {ScissorsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = { h: parseRational(scene.h), y: scene.y.map(parseRational) };
  let shown = home;
  const drawing = new ScissorsDrawing(place, scene.frame, {
    blade: {
      drag: ([, up]) => show({ ...shown, h: snap(kept(up), OPENING) }),
      nudge: ([, up]) => show({ ...shown, h: shown.h.add(OPENING.mul(up)) }),
    },
    target: {
      drag: (to) => show({ ...shown, y: to.map((entry) => snap(kept(entry), STEP)) }),
      nudge: (steps) =>
        show({ ...shown, y: shown.y.map((entry, i) => entry.add(STEP.mul(steps[i]))) }),
    },
  });
  /** @param {import("./geometry.js").State} state */
  const show = (state) => {
    shown = state;
    const { h, y } = state;
    widget.fill({ h, y1: y[0], y2: y[1] });
    widget.tell(readout(state), LEAD);
    drawing.draw(state, fitOf(state), [
      `tip of x₁, opening h = ${format(h)}: arrow keys up and down move it`,
      `y = ${formatVector(y)}: arrow keys move it`,
    ]);
  };
  const widget = new Widget(
    place,
    GROUPS,
    {
      change: (name, value) =>
        show(
          name === "h"
            ? { ...shown, h: value }
            : { ...shown, y: shown.y.map((old, i) => (i === +name[1] - 1 ? value : old)) },
        ),
      reset: () => show(home),
    },
    "xy", // the weights are numbers
  );
  show(home);
  return widget;
}
