// An origin to be moved, and a line to be shifted: where does the nearest solution go?
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { OriginsDrawing } from "./drawing.js";
import { factsOf, originAt, readout, shiftedTo, stepOf } from "./geometry.js";

const LEAD = ["Nearest solution", "Along the line"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/**
 * @typedef {object} OriginsScene
 * @property {string[]} a
 * @property {string} c
 * @property {string[]} origin
 * @property {Point[]} cloud
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Origin",
    fields: [
      { name: "x", label: "x", hint: "x of the origin", type: "number" },
      { name: "y", label: "y", hint: "y of the origin", type: "number" },
    ],
  },
  {
    legend: "c",
    fields: [{ name: "c", label: "", hint: "c, the right-hand side", type: "range" }],
  },
];

/**
 * @param {OriginsScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  const a = scene.a.map(parseRational);
  /** @type {State} */
  const home = { c: parseRational(scene.c), origin: scene.origin.map(parseRational) };
  const reach = home.c.abs();
  /** @type {[Rational, Rational]} */
  const ends = [reach.neg(), reach];
  let state = home;
  const drawing = new OriginsDrawing(scene, place, {
    drag: (name, to) => {
      if (name === "origin") show({ ...state, origin: originAt(to, scene.frame) });
      else show({ ...state, c: shiftedTo(a, to, ends) });
    },
    nudge: (name, [across, up]) => {
      if (name === "line") return show({ ...state, c: within(state.c.add(across + up)) });
      const step = stepOf(scene.frame);
      const moved = state.origin.map((entry, k) => entry.add(step.mul([across, up][k])));
      return show({ ...state, origin: originAt(floats(moved), scene.frame) });
    },
  });
  /** @param {Rational} c @returns {Rational} */
  const within = (c) => (c.lt(ends[0]) ? ends[0] : c.gt(ends[1]) ? ends[1] : c);
  /** @param {State} next */
  const show = (next) => {
    state = next;
    const { c, origin } = next;
    const facts = factsOf(a, next, scene.cloud);
    const words = `c = ${format(c)}`;
    widget.limit("c", { least: ends[0], most: ends[1], step: rational(1), words });
    widget.fill({ x: origin[0], y: origin[1], c });
    widget.tell(readout(a, next, facts), LEAD);
    const line = equation(a, c);
    drawing.draw({
      along: [a[1].valueOf(), -a[0].valueOf()],
      nearest: floats(facts.nearest),
      origin: floats(origin),
      foot: floats(facts.foot),
      feet: facts.feet,
      words: { origin: formatVector(origin), foot: formatVector(facts.foot), line },
      said: {
        origin: `Origin ${formatVector(origin)}: arrow keys move it`,
        line: {
          now: c.valueOf(),
          text: `c = ${format(c)}, line ${line}`,
          ends: /** @type {[number, number]} */ (floats(ends)),
        },
      },
    });
  };
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      if (name === "c") return show({ ...state, c: within(value) });
      const origin = state.origin.map((old, k) => (k === (name === "x" ? 0 : 1) ? value : old));
      return show({ ...state, origin });
    },
    reset: () => show(home),
  });
  show(home);
  return widget;
}
