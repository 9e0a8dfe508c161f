// The line a x + b y = c with its nearest point and one solution, to be dragged or typed.
import { format, parseRational, rational } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";
import { Widget } from "../kit/widget.js";
import { makeBoard } from "./board.js";
import { frameFor, lineFacts, shiftTo, steps, turnTo, walkTo } from "./geometry.js";

/** @typedef {import("./geometry.js").Frame} Frame */
/** @typedef {import("./geometry.js").LineFacts} LineFacts */
/** @typedef {import("./geometry.js").LineState} LineState */
/** @typedef {{ everywhere: string, nowhere: string }} Refusals the package's sentences */
/**
 * @typedef {object} LineScene
 * @property {string[]} a
 * @property {string} b
 * @property {string} t
 * @property {string[]} others
 * @property {Frame} frame
 * @property {Refusals} refusals
 */

const WALKS = 80; // steps from the middle of the range to its ends

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Line ax + by = c",
    fields: [
      { name: "a", label: "a", hint: "a, the coefficient of x", type: "number" },
      { name: "b", label: "b", hint: "b, the coefficient of y", type: "number" },
      { name: "c", label: "c", hint: "c, the right-hand side", type: "number" },
    ],
  },
  {
    legend: "Solution",
    fields: [{ name: "t", label: "t", hint: "t, steps along the line", type: "range" }],
  },
];

/** @param {import("../../shared/rational.js").Rational[]} vector @returns {string} */
function point(vector) {
  return `(${vector.map(format).join(", ")})`;
}

/**
 * What the figure says in words.
 * @param {LineState} state
 * @param {LineFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ a, b, c, t }, facts) {
  const sum = `${format(facts.distanceSquared)} + ${format(facts.waste)}`;
  return [
    ["Line", equation([a, b], c)],
    ["Nearest point", `${point(facts.nearest)}, squared distance ${format(facts.distanceSquared)}`],
    ["Solution", `${point(facts.solution)}, t = ${format(t)} steps of ${point(facts.along)}`],
    ["Its squared distance", `${sum} = ${format(facts.lengthSquared)}`],
    ["Waste", `${format(facts.squared)} t² = ${format(facts.waste)}`],
  ];
}

/**
 * Why a = b = 0 is refused.
 * @param {LineState} state
 * @param {Refusals} refusals
 * @returns {string}
 */
export function refusal({ c }, refusals) {
  return c.n === 0n ? refusals.everywhere : refusals.nowhere.replace("{b}", format(c));
}

/**
 * @param {LineScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Promise<Widget>}
 */
export async function build(scene, place) {
  const [a, b, c, t] = [...scene.a, scene.b, scene.t].map(parseRational);
  const home = { a, b, c, t };
  const others = scene.others.map(parseRational);
  let wanted = home; // what the inputs say; it may be no line
  let state = home; // what is drawn
  let frame = scene.frame;
  /** @type {(next: LineState, settled?: boolean) => void} */
  let show = () => {};

  const board = await makeBoard(place, {
    turn: (x, y) => show(turnTo(state, steps(state, frame), x, y), false),
    shift: (x, y) => show(shiftTo(state, steps(state, frame), x, y), false),
    walk: (x, y) => show(walkTo(state, steps(state, frame), x, y), false),
    nudge: (name, count) => {
      const step = steps(state, frame);
      const size = { a: step.normal, b: step.normal, c: step.offset, t: step.walk }[name];
      show({ ...state, [name]: state[name].add(size.mul(count)) });
    },
    settle: () => show(state),
  });
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => show({ ...wanted, [name]: value }),
    reset: () => show(home),
  });

  show = (next, settled = true) => {
    wanted = next;
    const facts = lineFacts(next);
    if (!facts) {
      widget.refuse(["a", "b"], refusal(next, scene.refusals));
      return;
    }
    state = next;
    if (settled) frame = frameFor(facts, scene.frame);
    const step = steps(state, frame);
    const most = step.walk.mul(WALKS);
    widget.limit("t", {
      least: most.neg(),
      most,
      step: step.walk,
      words: `t = ${format(state.t)}`,
    });
    widget.fill({ ...state });
    widget.tell(readout(state, facts));
    const family = others.map((steps) => lineFacts({ ...state, t: steps }) ?? facts);
    board.draw(state, facts, { frame, scale: step.scale, others: family });
  };
  show(home);
  return widget;
}
