// Two outputs of networks in training: widen the networks, and go along with time.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { TrainingDrawing } from "./drawing.js";
import { readout, timeNear } from "./geometry.js";

const LEAD = ["Network to its tangent, at most", "Network to the limit, at most"]; // what is asked

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "t",
    fields: [{ name: "time", label: "", hint: "time t of training", type: "range" }],
  },
  {
    legend: "k",
    fields: [{ name: "k", label: "", hint: "number of hidden units k of a copy", type: "range" }],
  },
];

/** @param {import("./drawing.js").TrainingScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { limit, times, widths } = scene;
  let at = scene.at;
  /** @param {number} value @param {{ length: number }} list @returns {number} */
  const within = (value, { length }) => Math.max(0, Math.min(length - 1, Math.round(value)));
  const drawing = new TrainingDrawing(scene, place, {
    drag: (to) => show([at[0], timeNear(limit, to)]),
    nudge: (steps) => show([at[0], within(at[1] + steps, times)]),
  });
  /** @param {import("./geometry.js").At} next */
  const show = (next) => {
    at = next;
    const [k, time] = [widths[at[0]], times[at[1]]];
    widget.count("time", [0, times.length - 1], `t = ${time}`);
    widget.count("k", [0, widths.length - 1], `k = ${k}`);
    widget.fill({ time: rational(at[1]), k: rational(at[0]) });
    widget.tell(readout(scene, at), LEAD);
    const ends = /** @type {[number, number]} */ ([0, times.length - 1]);
    drawing.draw(at, { name: "outputs, by the time", now: at[1], text: `t = ${time}`, ends });
  };
  const widget = new Widget(
    place,
    GROUPS,
    {
      change: (name, value) => {
        if (name === "k") show([within(value.valueOf(), widths), at[1]]);
        else show([at[0], within(value.valueOf(), times)]);
      },
      reset: () => show(scene.at),
    },
    "xy",
  );
  show(at);
  return widget;
}
