// Ridge, a cut-off and descent side by side: one penalty moves all three.
import { format, parseRational, rational } from "../../shared/rational.js";
import { nearestPlace, penalties } from "../kit/penalties.js";
import { Widget } from "../kit/widget.js";
import { FiltersDrawing } from "./drawing.js";
import { filtersOf, readout } from "./geometry.js";

const LEAD = ["Ridge", "Cut", "Descent"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./drawing.js").FiltersScene} FiltersScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "λ",
    fields: [
      { name: "p", label: "", hint: "penalty λ, exactly", type: "number" },
      { name: "slide", label: "", hint: "penalty λ", type: "range" },
    ],
  },
];

/** @param {FiltersScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = parseRational(scene.penalty);
  const [low, high] = scene.view.map((end) => 10 ** (2 * end));
  const most = Math.max(...scene.sigma) ** 2;
  const series = penalties(-12, 12).filter((one) => {
    const value = one.valueOf();
    return value > low && value < Math.min(high, most);
  });
  let shown = home;
  /** @param {number} wanted place in the series */
  const slide = (wanted) => show(series[Math.max(0, Math.min(series.length - 1, wanted))]);
  const drawing = new FiltersDrawing(scene, place, {
    drag: (sigma) => slide(nearestPlace(series, sigma ** 2)),
    nudge: (steps) => slide(nearestPlace(series, shown.valueOf()) + steps),
  });
  /** @param {Rational} penalty */
  const show = (penalty) => {
    shown = penalty;
    const value = penalty.valueOf();
    const words = `λ = ${format(penalty)}`;
    widget.count("slide", [0, series.length - 1], words);
    widget.fill({ slide: rational(nearestPlace(series, value)) }, true);
    widget.fill({ p: penalty, slide: undefined }); // links name λ once
    const found = filtersOf(scene.sigma, value);
    widget.tell(readout(found, scene.sigma.length, format(penalty)), LEAD);
    const now = nearestPlace(series, value);
    const said = { name: "cut and middle of the curve, by λ", now, text: words };
    drawing.draw(value, { ...said, ends: [0, series.length - 1] });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "slide") return slide(Math.round(value.valueOf()));
      const [least, most] = [series[0], series[series.length - 1]];
      if (value.gte(least) && value.lte(most)) return show(value);
      const ends = `from ${format(least)} to ${format(most)}`;
      return widget.refuse(["p"], `expected a penalty ${ends}: choose one that the axis shows.`);
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
