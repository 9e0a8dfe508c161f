// The angle of two inputs in a deep network: choose the start and the layers, and watch it shrink.
import { parseRational, rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { CobwebDrawing } from "./drawing.js";
import { kept, MOST, radians, readout, STEP, startNear, written } from "./geometry.js";

const LEAD = ["Angle", "Layers times angle"]; // what the figure asks for
const [SLIDE, LAYERS] = [60, 1000]; // the most layers, by the slider and by the field

/** @typedef {import("./drawing.js").CobwebScene} CobwebScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "θ₀",
    fields: [{ name: "a", label: "", hint: "angle θ₀ in degrees", type: "number" }],
  },
  {
    legend: "l",
    fields: [
      { name: "l", label: "", hint: "number of layers l, exactly", type: "number" },
      { name: "slide", label: "", hint: "layers, by a slider", type: "range" },
    ],
  },
];

/** @param {CobwebScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = { start: parseRational(scene.start), layers: scene.layers };
  let state = home;
  const drawing = new CobwebDrawing(scene, place, {
    drag: (theta) => show({ ...state, start: startNear(theta) }),
    nudge: (steps) => show({ ...state, start: kept(state.start.add(STEP.mul(steps))) }),
  });
  /** @param {typeof home} next */
  const show = (next) => {
    state = next;
    const { start, layers } = state;
    widget.count("slide", [0, SLIDE], `l = ${layers}`);
    widget.fill({ slide: rational(Math.min(layers, SLIDE)) }, true);
    widget.fill({ a: start, l: rational(layers), slide: undefined }); // links name l once
    widget.tell(readout(start, layers), LEAD);
    const now = start.valueOf();
    const said = { name: "start of the staircase, by θ₀", now, text: `θ₀ = ${written(start)}` };
    drawing.draw(radians(start), layers, { ...said, ends: [0, 180] });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "a") {
        if (value.gte(0) && value.lte(MOST)) return show({ ...state, start: value });
        return widget.refuse(["a"], "expected degrees from 0 to 180: take the smaller angle.");
      }
      if (value.d === 1n && value.gte(0) && value.lte(LAYERS)) {
        return show({ ...state, layers: value.valueOf() });
      }
      const expected = `expected a whole number from 0 to ${LAYERS}`;
      return widget.refuse(["l"], `${expected}: layers are counted.`);
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
