// A photograph at four ranks, the last of which a slider changes.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { draw } from "./drawing.js";
import { imagesOf, readout } from "./geometry.js";

const LEAD = ["Numbers kept", "Distance from the photograph"]; // what the figure asks for

/** @typedef {import("./geometry.js").PhotographScene} PhotographScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Last picture",
    fields: [{ name: "k", label: "rank k", hint: "rank of the last picture", type: "range" }],
  },
];

/**
 * @param {PhotographScene & { frame: import("../kit/plane_frame.js").Frame }} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const most = scene.scales.length;
  const home = scene.shown[scene.shown.length - 1];
  const exchange = draw(scene, place, imagesOf(scene));
  /** @param {number} wanted a link may ask for more than there is */
  const show = (wanted) => {
    const k = Math.max(1, Math.min(most, Math.round(wanted)));
    widget.count("k", [1, most], `rank ${k}`);
    widget.fill({ k: rational(k) });
    widget.tell(readout(scene, k), LEAD);
    exchange(k);
  };
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(value.valueOf()),
    reset: () => show(home),
  });
  show(home);
  return widget;
}
