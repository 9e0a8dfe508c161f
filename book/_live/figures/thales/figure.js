// One column and an answer: drag the claimed answer along its line, or y anywhere.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { snap } from "../kit/steps.js";
import { Widget } from "../kit/widget.js";
import { ThalesDrawing } from "./drawing.js";
import { readout, thalesFacts } from "./geometry.js";

const LEAD = ["Forward error", "Backward error", "Forward over backward"]; // what the figure asks for

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").ThalesState} ThalesState */
/** @typedef {{ y: string[], answer: string, frame: import("../kit/plane_frame.js").Frame }} ThalesScene */

const STEP = rational(1, 10);
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "claimed answer",
    fields: [{ name: "w", label: "", hint: "claimed answer", type: "number" }],
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

/** @param {ThalesScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = { y: scene.y.map(parseRational), answer: parseRational(scene.answer) };
  const [left, bottom, right, top] = scene.frame;
  let state = home;
  /** @param {Point} point @returns {number[]} inside the picture */
  const inside = ([x, y]) => [
    Math.max(left + 0.2, Math.min(right - 0.2, x)),
    Math.max(bottom + 0.2, Math.min(top - 0.2, y)),
  ];
  const drawing = new ThalesDrawing(scene.frame, place, {
    dragAnswer: (to) => show({ ...state, answer: snap(inside(to)[0], STEP) }),
    nudgeAnswer: ([across, up]) =>
      show({ ...state, answer: state.answer.add(STEP.mul(across + up)) }),
    dragRight: (to) => show({ ...state, y: inside(to).map((entry) => snap(entry, STEP)) }),
    nudgeRight: (steps) =>
      show({ ...state, y: state.y.map((entry, i) => entry.add(STEP.mul(steps[i]))) }),
  });
  /** @param {ThalesState} next */
  const show = (next) => {
    state = next;
    const { y, answer } = state;
    widget.fill({ w: answer, y1: y[0], y2: y[1] });
    widget.tell(readout(state, thalesFacts(state)), LEAD);
    const said = { y: `y = ${formatVector(y)}`, answer: `claimed answer ${format(answer)}` };
    drawing.draw(/** @type {Point} */ (y.map((entry) => entry.valueOf())), answer.valueOf(), said);
  };
  const widget = new Widget(
    place,
    GROUPS,
    {
      change: (name, value) => {
        if (name === "w") return show({ ...state, answer: value });
        return show({ ...state, y: state.y.map((old, i) => (name === `y${i + 1}` ? value : old)) });
      },
      reset: () => show(home),
    },
    "y",
  );
  show(home);
  return widget;
}
