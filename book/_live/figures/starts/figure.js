// Random networks whose last layer is trained: pull one to its point, and the others come along.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { StartsDrawing } from "./drawing.js";
import { onTheWay, readout, shareAt } from "./geometry.js";

const LEAD = ["Largest distance to a point", "In the shaded band"]; // what the figure asks for
const STEPS = 20; // of the whole way

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Trained",
    fields: [{ name: "way", label: "", hint: "share of the way to the solution", type: "range" }],
  },
  {
    legend: "k",
    fields: [{ name: "k", label: "", hint: "number of hidden units k", type: "range" }],
  },
];

/** @param {import("./drawing.js").StartsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { widths } = scene;
  let [width, share] = scene.at;
  /** @param {number} value @param {number} most @returns {number} */
  const within = (value, most) => Math.max(0, Math.min(most, value));
  const drawing = new StartsDrawing(scene, place, {
    drag: (height) => show(width, shareAt(scene, width, height)),
    nudge: (steps) => show(width, within(share + steps / STEPS, 1)),
  });
  /** @param {number} nextWidth @param {number} nextShare */
  const show = (nextWidth, nextShare) => {
    [width, share] = [nextWidth, Math.round(STEPS * nextShare) / STEPS];
    widget.count("way", [0, STEPS], `${Math.round(100 * share)} %`);
    widget.count("k", [0, widths.length - 1], `k = ${widths[width]}`);
    widget.fill({ way: rational(Math.round(STEPS * share)), k: rational(width) });
    widget.tell(readout(scene, width, share), LEAD);
    const now = Math.round(100 * share);
    const said = { name: "network, on the way to its point", now, text: `${now} % trained` };
    drawing.draw(onTheWay(scene, width, share), { ...said, ends: [0, 100] });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      const wanted = Math.round(value.valueOf());
      if (name === "k") show(within(wanted, widths.length - 1), share);
      else show(width, within(wanted / STEPS, 1));
    },
    reset: () => show(...scene.at),
  });
  show(width, share);
  return widget;
}
