// The error of the shortest fit against the number of features: move p through the peak.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { PeakDrawing } from "./drawing.js";
import { nearest, readout } from "./geometry.js";

const LEAD = ["Mean error", "Median of the draws"]; // what the figure asks for

/** @typedef {import("./drawing.js").PeakScene} PeakScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "p",
    fields: [
      { name: "p", label: "", hint: "number of features p, exactly", type: "number" },
      { name: "slide", label: "", hint: "number of features p", type: "range" },
    ],
  },
  {
    legend: "N",
    fields: [{ name: "n", label: "", hint: "number of examples N", type: "range" }],
  },
];

/** @param {PeakScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { features, examples } = scene;
  const home = { examples: scene.at[0], used: scene.at[1] };
  let state = home;
  /** @param {number[]} values @param {number} k @returns {number} one of the values */
  const within = (values, k) => values[Math.max(0, Math.min(values.length - 1, k))];
  const drawing = new PeakDrawing(scene, place, {
    drag: (used) => show({ ...state, used: within(features, nearest(features, used)) }),
    nudge: (steps) =>
      show({ ...state, used: within(features, features.indexOf(state.used) + steps) }),
  });
  /** @param {typeof home} next */
  const show = (next) => {
    state = next;
    const { examples: n, used: p } = state;
    limit("slide", [0, features.length - 1], 1, `p = ${p}`);
    limit("n", examples, stride, `N = ${n}`);
    widget.fill({ slide: rational(features.indexOf(p)) }, true);
    widget.fill({ p: rational(p), n: rational(n), slide: undefined }); // links name p once
    widget.tell(readout(scene, n, p), LEAD);
    const ends = /** @type {[number, number]} */ ([features[0], features[features.length - 1]]);
    drawing.draw(n, p, { name: "point of the curve, by p", now: p, text: `p = ${p}`, ends });
  };
  const stride = Math.min(...examples.slice(1).map((n, k) => n - examples[k]), examples[0]);
  /** @param {string} name @param {number[]} values @param {number} step @param {string} words */
  const limit = (name, values, step, words) => {
    const [least, most] = [values[0], values[values.length - 1]].map((end) => rational(end));
    widget.limit(name, { least, most, step: rational(step), words });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      const wanted = value.valueOf();
      if (name === "p") show({ ...state, used: within(features, nearest(features, wanted)) });
      else if (name === "slide") show({ ...state, used: within(features, Math.round(wanted)) });
      else show({ ...state, examples: within(examples, nearest(examples, wanted)) });
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
