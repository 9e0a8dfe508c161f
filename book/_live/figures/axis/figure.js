// Points with an axis through their mean that can be turned, and a bar of constant length: the
// variance along the axis and across it.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { AxisDrawing } from "./drawing.js";
import { halfTurn, readout, spreadOf } from "./geometry.js";

const LEAD = ["Axis", "Share along"]; // what the figure asks for

/** @typedef {import("./drawing.js").AxisScene} AxisScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Axis",
    fields: [{ name: "angle", label: "angle", hint: "angle of the axis", type: "range" }],
  },
];

/**
 * @param {AxisScene} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const spread = spreadOf(scene.points);
  let degrees = scene.angle;
  /** @param {number} next */
  const show = (next) => {
    degrees = halfTurn(next);
    const rows = readout(spread, degrees);
    const words = `${degrees} degrees: ${rows[4][1]} of the variance along the axis`;
    widget.count("angle", [0, 179], words);
    widget.fill({ angle: rational(Math.round(degrees)) });
    widget.tell(rows, LEAD);
    drawing.draw(degrees, words);
  };
  const drawing = new AxisDrawing(scene, place, spread, {
    turn: show,
    nudge: (step) => show(degrees + step),
  });
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(Math.round(value.valueOf())),
    reset: () => show(scene.angle),
  });
  show(scene.angle);
  return widget;
}
