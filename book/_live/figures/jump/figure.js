// One entry of a pseudoinverse against ε: two branches, one point between them, and a ring to move.
import { format, parseRational, rational } from "../../shared/rational.js";
import { snap } from "../kit/steps.js";
import { Widget } from "../kit/widget.js";
import { JumpDrawing } from "./drawing.js";
import { readout } from "./geometry.js";

const LEAD = ["A", "Largest entry of A⁺"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./drawing.js").JumpScene} JumpScene */

const STEP = rational(1, 20);
const MOST = rational(3, 2);
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "ε",
    fields: [
      { name: "e", label: "", hint: "ε, exactly", type: "number" },
      { name: "slide", label: "", hint: "ε", type: "range" },
    ],
  },
];

/** @param {JumpScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = parseRational(scene.epsilon);
  let shown = home;
  const drawing = new JumpDrawing(scene, place, {
    drag: (wanted) => show(snap(Math.max(-scene.reach, Math.min(scene.reach, wanted)), STEP)),
    nudge: (steps) => show(shown.add(STEP.mul(steps))),
  });
  /** @param {Rational} epsilon */
  const show = (epsilon) => {
    shown = epsilon;
    const ends = { least: MOST.neg(), most: MOST, step: STEP };
    widget.limit("slide", { ...ends, words: `ε = ${format(epsilon)}` });
    widget.fill({ slide: epsilon }, true);
    widget.fill({ e: epsilon, slide: undefined }); // links name ε once
    widget.tell(readout(epsilon), LEAD);
    drawing.draw(epsilon);
  };
  const widget = new Widget(
    place,
    GROUPS,
    {
      change: (_, value) => show(value),
      reset: () => show(home),
    },
    "b",
  );
  show(home);
  return widget;
}
