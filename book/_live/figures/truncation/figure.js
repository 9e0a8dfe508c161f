// Singular values over their places, and a cut-off that a slider moves: what is kept is filled.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { draw } from "./drawing.js";
import { cutOffText, readout, truncated } from "./geometry.js";

const LEAD = ["Cut-off", "Distance from the true solution"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").TruncationScene} TruncationScene */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */

const STEP = rational(1, 10); // of the slider, in decades

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Cut-off",
    fields: [
      { name: "t", label: "log₁₀ τ", hint: "decimal logarithm of the cut-off", type: "range" },
    ],
  },
];

/**
 * @param {TruncationScene & { frame: Frame }} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const move = draw(scene, place);
  const whole = scene.sigma.map(Math.log10);
  const [least, most] = [Math.floor(whole[whole.length - 1]), Math.ceil(whole[0])].map((end) =>
    rational(end),
  );
  const home = rational(Math.round(scene.level * 10), 10);

  /** @param {Rational} wanted a link may ask for more than the slider */
  const show = (wanted) => {
    const t = wanted.lt(least) ? least : wanted.gt(most) ? most : wanted;
    const level = t.valueOf();
    const facts = truncated(scene, level);
    const words = `cut-off ${cutOffText(level)}, rank ${facts.rank}`;
    widget.limit("t", { least, most, step: STEP, words });
    widget.fill({ t });
    widget.tell(readout(facts, level), LEAD);
    move(level, facts.rank);
  };
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(value),
    reset: () => show(home),
  });
  show(home);
  return widget;
}
