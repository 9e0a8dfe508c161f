// A kernel that random frequencies estimate: pull the band together, and see what that costs.
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { SettlingDrawing } from "./drawing.js";
import { countThrough, nearest, readout } from "./geometry.js";

const LEAD = ["Largest error", "Discs outside the shaded band"]; // what the figure asks for

/** @typedef {import("./drawing.js").SettlingScene} SettlingScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "k",
    fields: [
      { name: "k", label: "", hint: "number of frequencies k, exactly", type: "number" },
      { name: "slide", label: "", hint: "number of frequencies k", type: "range" },
    ],
  },
  {
    legend: "draw",
    fields: [{ name: "draw", label: "", hint: "which draw of the frequencies", type: "range" }],
  },
];

/** @param {SettlingScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { counts, pairs, phases } = scene;
  const home = { at: scene.at[0], seed: scene.at[1] };
  let state = home;
  /** @param {number} k @param {number} length @returns {number} one of the places */
  const within = (k, length) => Math.max(0, Math.min(length - 1, k));
  const drawing = new SettlingDrawing(scene, place, {
    drag: (to) => show({ ...state, at: countThrough(counts, to) }),
    nudge: (steps) => show({ ...state, at: within(state.at + steps, counts.length) }),
  });
  /** @param {typeof home} next */
  const show = (next) => {
    state = next;
    const { at, seed } = state;
    const count = counts[at];
    limit("slide", [0, counts.length - 1], `k = ${count}`);
    limit("draw", [1, pairs.length], `draw ${seed + 1}`);
    widget.fill({ slide: rational(at) }, true);
    widget.fill({ k: rational(count), draw: rational(seed + 1), slide: undefined });
    widget.tell(readout(scene, at, seed), LEAD);
    const ends = /** @type {[number, number]} */ ([0, counts.length - 1]);
    const said = { name: "edge of the band, by k", now: at, text: `k = ${count}`, ends };
    drawing.draw(count, pairs[seed][at], phases[seed][at], said);
  };
  /** @param {string} name @param {[number, number]} ends @param {string} words */
  const limit = (name, [first, last], words) => {
    const step = rational(1);
    widget.limit(name, { least: rational(first), most: rational(last), step, words });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      const wanted = Math.round(value.valueOf());
      if (name === "k") show({ ...state, at: nearest(counts, Math.max(1, wanted)) });
      else if (name === "slide") show({ ...state, at: within(wanted, counts.length) });
      else show({ ...state, seed: within(wanted - 1, pairs.length) });
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
