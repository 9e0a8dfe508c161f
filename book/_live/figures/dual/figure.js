// An activation to choose, and a correlation to drag along the curve of its dual.
import { parseRational, rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { DualDrawing } from "./drawing.js";
import { ACTIVATIONS, correlationNear, kept, readout, STEP, written } from "./geometry.js";

const LEAD = ["Mean over the cloud", "Correlation"]; // what the figure asks for

/** @typedef {import("./drawing.js").DualScene} DualScene */

const OPTIONS = ACTIVATIONS.map(({ text }) => text);
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "ϕ",
    fields: [{ name: "f", label: "", hint: "activation ϕ", type: "choice", options: OPTIONS }],
  },
  {
    legend: "ρ",
    fields: [
      { name: "r", label: "", hint: "correlation ρ, exactly", type: "number", step: "1/50" },
    ],
  },
];

/** @param {DualScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = {
    chosen: ACTIVATIONS.findIndex(({ name }) => name === scene.activation),
    rho: parseRational(scene.correlation),
  };
  let state = home;
  const drawing = new DualDrawing(scene, place, {
    drag: (wanted) => show({ ...state, rho: correlationNear(wanted) }),
    nudge: (steps) => show({ ...state, rho: kept(state.rho.add(STEP.mul(steps))) }),
  });
  /** @param {typeof home} next */
  const show = (next) => {
    state = next;
    const { chosen, rho } = state;
    const activation = ACTIVATIONS[chosen];
    widget.fill({ f: rational(chosen), r: rho });
    widget.tell(readout(scene.cloud, activation, rho), LEAD);
    const now = rho.valueOf();
    const said = { name: "point of the curve, by ρ", now, text: `ρ = ${written(rho)}` };
    drawing.draw(activation, now, { ...said, ends: [-1, 1] });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "r" && value.abs().lte(1)) return show({ ...state, rho: value });
      const chosen = value.valueOf();
      if (name === "f" && ACTIVATIONS[chosen]) return show({ ...state, chosen });
      const most = ACTIVATIONS.length - 1;
      const expected = name === "r" ? "a correlation from −1 to 1" : `a choice from 0 to ${most}`;
      return widget.refuse([name], `expected ${expected}: the curve has no other point.`);
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
