// Gradient descent on a sum of squares in two unknowns: drag its start, choose its step.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational } from "../../shared/rational.js";
import { about } from "../kit/notation.js";
import { stepBelow } from "../kit/steps.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { DescentDrawing } from "./drawing.js";
import { bowlOf, descentFacts, pathOf, startNear } from "./geometry.js";

const LEAD = ["Step", "End"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").Bowl} Bowl */
/** @typedef {import("./geometry.js").DescentFacts} DescentFacts */
/** @typedef {import("./geometry.js").DescentState} DescentState */
/**
 * @typedef {object} DescentScene
 * @property {string[][]} X
 * @property {string[]} y
 * @property {string[]} start
 * @property {string} step
 * @property {string} unit
 * @property {number} most
 * @property {number} spacing
 * @property {import("./drawing.js").Ground["frame"]} frame
 * @property {import("./drawing.js").Ground["view"]} view
 * @property {import("./drawing.js").Ground["ticks"]} ticks
 */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Step size",
    fields: [{ name: "step", label: "η", hint: "step size", type: "range" }],
  },
];
const STARTS = ["w1", "w2"]; // their names in links

/**
 * What the figure says in words.
 * @param {Bowl} bowl
 * @param {DescentState} state
 * @param {DescentFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ exact, squares, bottom, isValley }, { start, step }, facts) {
  const { end, next, factors, converges } = facts;
  const bound = exact ? `= ${format(exact[0].inverse().mul(2))}` : about(2 / squares[0], 3);
  const shown = exact
    ? exact.map((square) => format(square.mul(step).neg().add(1)))
    : factors.map((value) => about(value, 3));
  const isShortest = end.every((entry, i) => entry.equals(bottom[i]));
  const kind = !isValley
    ? "the only minimizer"
    : isShortest
      ? "the shortest minimizer"
      : `the minimizer nearest to the start; the shortest is ${formatVector(bottom)}`;
  return [
    ["Step", `η = ${format(step)}, ${converges ? "less" : "not less"} than 2/σ₁² ${bound}`],
    ["End", converges ? `${formatVector(end)}, ${kind}` : "none: the error does not shrink"],
    ["Each step multiplies the error by", shown.join(" and ")],
    ["First step", `from ${formatVector(start)} to ${formatVector(next)}`],
  ];
}

/**
 * @param {DescentScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  const { view } = scene;
  const bowl = bowlOf(
    scene.X.map((row) => row.map(parseRational)),
    scene.y.map(parseRational),
  );
  const unit = parseRational(scene.unit);
  const range = { least: unit, most: unit.mul(scene.most), step: unit };
  /** @type {DescentState} */
  const home = { start: scene.start.map(parseRational), step: parseRational(scene.step) };
  let state = home;
  const most = 4 * Math.max(...view.map(Math.abs));

  /** @param {DescentState} next */
  const show = (next) => {
    state = next;
    const facts = descentFacts(bowl, state);
    widget.limit("step", { ...range, words: `η = ${format(state.step)}` });
    widget.fill({ step: state.step, w1: state.start[0], w2: state.start[1] });
    widget.tell(readout(bowl, state, facts), LEAD);
    drawing.draw({
      path: pathOf(bowl, state, most),
      end: floats(facts.end),
      said: `Start at ${formatVector(state.start)}: arrow keys move it`,
    });
  };
  /** @param {Rational} value of the slider or a link @returns {Rational} among the slider's */
  const within = (value) => {
    const count = Math.round(value.div(unit).valueOf());
    return unit.mul(Math.min(scene.most, Math.max(1, count)));
  };
  const key = stepBelow((view[3] - view[1]) / 30);
  const levels = { ...bowl, bottom: floats(bowl.bottom), spacing: scene.spacing };
  const drawing = new DescentDrawing(scene, levels, place, {
    drag: (to) => show({ ...state, start: startNear(bowl, to, view) }),
    nudge: (by) =>
      show({ ...state, start: state.start.map((entry, i) => entry.add(key.mul(by[i]))) }),
  });
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "step") show({ ...state, step: within(value) });
      else {
        const start = state.start.map((entry, i) => (STARTS[i] === name ? value : entry));
        show({ ...state, start });
      }
    },
    reset: () => show(home),
    takes: (name) => STARTS.includes(name),
  });
  show(home);
  return widget;
}
