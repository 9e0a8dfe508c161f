// A polynomial fit whose degree, center and scale are chosen: which digits of it are right?
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { DigitsDrawing } from "./drawing.js";
import { factsAt, readout, TREATMENTS } from "./geometry.js";

const LEAD = ["Degree", "Digits that κ leaves of 16", "Right digits of the worst coefficient"];

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  { legend: "degree", fields: [{ name: "d", label: "", hint: "degree", type: "range" }] },
  {
    legend: "x: as it is, centered, scaled",
    fields: [{ name: "x", label: "", hint: "what is done to x", type: "range" }],
  },
];

/** @param {number} value @param {number} least @param {number} most @returns {number} whole */
const within = (value, least, most) => Math.max(least, Math.min(most, Math.round(value)));

/** @param {import("./drawing.js").DigitsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const most = scene.kappa[0].length;
  let [degree, treatment] = [scene.degree, scene.treatment];
  const drawing = new DigitsDrawing(scene, place, {
    drag: (wanted) => show(wanted, treatment),
    nudge: ([across, up]) => show(degree + across, treatment + up),
  });
  /** @param {number} wanted degree @param {number} chosen treatment */
  const show = (wanted, chosen) => {
    degree = within(wanted, 1, most);
    treatment = within(chosen, 0, TREATMENTS.length - 1);
    widget.count("d", [1, most], `degree ${degree}`);
    widget.count("x", [0, TREATMENTS.length - 1], `x ${TREATMENTS[treatment]}`);
    widget.fill({ d: rational(degree), x: rational(treatment) });
    widget.tell(readout(factsAt(scene, degree, treatment), degree, treatment), LEAD);
    drawing.draw(
      degree,
      treatment,
      `degree ${degree}, x ${TREATMENTS[treatment]}: arrow keys change both`,
    );
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) =>
      name === "d" ? show(value.valueOf(), treatment) : show(degree, value.valueOf()),
    reset: () => show(scene.degree, scene.treatment),
  });
  show(degree, treatment);
  return widget;
}
