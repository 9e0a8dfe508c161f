// Outputs of random networks: widen the hidden layer, and turn one input away from the other.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { OutputsDrawing } from "./drawing.js";
import { cloud, covariance, ellipse, nearest, readout, turned } from "./geometry.js";

const LEAD = ["Inside the ellipse", "On an axis"]; // what the figure asks for

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "k",
    fields: [
      { name: "k", label: "", hint: "number of hidden units k, exactly", type: "number" },
      { name: "slide", label: "", hint: "number of hidden units k", type: "range" },
    ],
  },
  {
    legend: "Angle",
    fields: [{ name: "angle", label: "", hint: "angle between the inputs", type: "range" }],
  },
];

/** @param {import("./drawing.js").OutputsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { angles, widths, lengths } = scene;
  const logs = widths.map((width) => Math.log(width));
  /** @type {import("./geometry.js").Point} */
  let at = scene.at;
  /** @param {number} k @param {number} length @returns {number} one of the places */
  const within = (k, length) => Math.max(0, Math.min(length - 1, k));
  const drawing = new OutputsDrawing(scene, place, {
    turn: (towards) => show([at[0], turned(angles, towards)]),
    nudge: (steps) => show([at[0], within(at[1] + steps, angles.length)]),
  });
  /** @param {import("./geometry.js").Point} next */
  const show = (next) => {
    at = next;
    const [width, angle] = [widths[at[0]], angles[at[1]]];
    widget.count("slide", [0, widths.length - 1], `k = ${width}`);
    widget.count("angle", [0, angles.length - 1], `${angle}°`);
    widget.fill({ slide: rational(at[0]), angle: rational(at[1]) }, true);
    widget.fill({ k: rational(width), slide: undefined, angle: rational(at[1]) });
    widget.tell(readout(scene, at), LEAD);
    const curve = ellipse(covariance(angle, lengths));
    const ends = /** @type {[number, number]} */ ([angles[0], angles[angles.length - 1]]);
    const said = { name: "input z, by its angle", now: angle, text: `${angle}°`, ends };
    drawing.draw(cloud(scene, at), curve, angle, said);
  };
  /** @type {import("../kit/widget.js").Actions} */
  const actions = {
    change: (name, value) => {
      const wanted = Math.round(value.valueOf());
      if (name === "k") show([nearest(logs, Math.log(Math.max(1, wanted))), at[1]]);
      else if (name === "slide") show([within(wanted, widths.length), at[1]]);
      else show([at[0], within(wanted, angles.length)]);
    },
    reset: () => show(scene.at),
  };
  const widget = new Widget(place, GROUPS, actions, "xz");
  show(at);
  return widget;
}
