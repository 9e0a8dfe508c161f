// A network to make lazy or rich: pull its curve, or choose the scale.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { LazyDrawing } from "./drawing.js";
import { readout, scaleAt, written } from "./geometry.js";

const LEAD = ["From the dashed curve", "Bends at the points"]; // what the figure asks for

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  { legend: "α", fields: [{ name: "a", label: "", hint: "scale α of the output", type: "range" }] },
];

/** @param {import("./drawing.js").LazyScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const last = scene.scales.length - 1;
  let { at } = scene;
  const drawing = new LazyDrawing(scene, place, {
    drag: (height) => show(scaleAt(scene, height)),
    nudge: (steps) => show(at + steps),
  });
  /** @param {number} next the place of a scale */
  const show = (next) => {
    at = Math.max(0, Math.min(last, next));
    const words = written(scene.scales[at]);
    widget.count("a", [0, last], words);
    widget.fill({ a: rational(at) });
    widget.tell(readout(scene, at), LEAD);
    drawing.draw(at, { name: "curve, by its scale", now: at, text: words, ends: [0, last] });
  };
  const widget = new Widget(place, GROUPS, {
    change: (_name, value) => show(Math.round(value.valueOf())),
    reset: () => show(scene.at),
  });
  show(at);
  return widget;
}
