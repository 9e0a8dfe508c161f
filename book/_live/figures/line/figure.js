// The line a x + b y = c with its nearest point and one solution, to be dragged or typed.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";
import { rootText } from "../kit/roots.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { LineDrawing } from "./drawing.js";
import { frameFor, lineFacts, shiftTo, solutionAt, steps, turnTo, walkTo } from "./geometry.js";

const LEAD = ["Nearest point", "Squared distance of the solution"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./drawing.js").Name} Name */
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
    legend: "Line a x + b y = c",
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
    [
      "Nearest point",
      `${formatVector(facts.nearest)}, squared distance ${format(facts.distanceSquared)}`,
    ],
    [
      "Solution",
      `${formatVector(facts.solution)}, t = ${format(t)} steps of ${formatVector(facts.along)}`,
    ],
    ["Squared distance of the solution", `${sum} = ${format(facts.lengthSquared)}`],
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
 * What screen readers say of the points that can be moved.
 * @param {LineState} state
 * @param {string} normal the normal vector in words
 * @returns {import("./drawing.js").LineContent["said"]}
 */
function said({ a, b, c, t }, normal) {
  const line = `c = ${format(c)}, line ${equation([a, b], c)}`;
  return {
    normal: { label: `Normal vector, ${normal}: arrow keys move its end` },
    nearest: {
      label: "Right-hand side c: shifts the line",
      value: { now: c.valueOf(), text: line },
    },
    solution: {
      label: "t: moves the solution along the line",
      value: { now: t.valueOf(), text: `t = ${format(t)}` },
    },
  };
}

class LineFigure {
  #scene;
  #home;
  #others;
  /** @type {LineState} what the inputs say; it may be no line */
  #wanted;
  /** @type {LineState} what is drawn */
  #state;
  #frame;
  #drawing;

  /** @param {LineScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    const [a, b, c, t] = [...scene.a, scene.b, scene.t].map(parseRational);
    this.#scene = scene;
    this.#home = { a, b, c, t };
    this.#wanted = this.#home;
    this.#state = this.#home;
    this.#others = scene.others.map(parseRational);
    this.#frame = scene.frame;
    this.#drawing = new LineDrawing(place, {
      drag: (name, to) => this.#show(this.#dragged(name, to), false),
      nudge: (name, by) => this.#show(this.#nudged(name, by)),
      settle: () => this.#show(this.#state),
    });
    this.widget = new Widget(place, GROUPS, {
      change: (name, value) => this.#show({ ...this.#wanted, [name]: value }),
      reset: () => this.#show(this.#home),
    });
    this.#show(this.#home);
  }

  /** @param {Name} name @param {Point} to @returns {LineState} */
  #dragged(name, to) {
    const step = steps(this.#state, this.#frame);
    if (name === "normal") return turnTo(this.#state, step, ...to);
    return name === "nearest"
      ? shiftTo(this.#state, step, ...to)
      : walkTo(this.#state, step, ...to);
  }

  /** @param {Name} name @param {Point} by steps across and up @returns {LineState} */
  #nudged(name, [across, up]) {
    const { a, b, c, t } = this.#state;
    const { normal, offset, walk } = steps(this.#state, this.#frame);
    if (name === "normal") {
      return { a: a.add(normal.mul(across)), b: b.add(normal.mul(up)), c, t };
    }
    const count = across + up;
    if (name === "nearest") return { a, b, c: c.add(offset.mul(count)), t };
    return { a, b, c, t: t.add(walk.mul(count)) };
  }

  /** @param {LineState} next @param {boolean} [isSettled] while a point is held the frame stays */
  #show(next, isSettled = true) {
    this.#wanted = next;
    const facts = lineFacts(next);
    if (!facts) {
      this.widget.refuse(["a", "b"], refusal(next, this.#scene.refusals));
      return;
    }
    this.#state = next;
    if (isSettled) this.#frame = frameFor(facts, this.#scene.frame);
    const { walk, scale } = steps(next, this.#frame);
    const most = walk.mul(WALKS);
    const ends = { least: most.neg(), most, step: walk };
    this.widget.limit("t", { ...ends, words: `t = ${format(next.t)}` });
    this.widget.fill({ ...next });
    this.widget.tell(readout(next, facts), LEAD);
    this.#draw(facts, scale);
  }

  /** @param {LineFacts} facts @param {Rational} scale of the normal vector's arrow */
  #draw(facts, scale) {
    const { a, b, c, t } = this.#state;
    const vector = formatVector([a, b]);
    const normal = scale.equals(1) ? vector : `direction of ${vector}`;
    const [nearest, solution, along] = [facts.nearest, facts.solution, facts.along].map(floats);
    const others = this.#others.map((steps) => floats(solutionAt(facts, steps)));
    this.#drawing.draw({
      frame: this.#frame,
      places: { normal: floats([a.div(scale), b.div(scale)]), nearest, solution },
      along,
      forward: t.s < 0n ? [-along[0], -along[1]] : along,
      others,
      words: {
        normal,
        nearest: formatVector(facts.nearest),
        solution: formatVector(facts.solution),
        line: equation([a, b], c),
      },
      lengths: {
        nearest: rootText(facts.distanceSquared),
        step: rootText(facts.waste),
        solution: rootText(facts.lengthSquared),
      },
      said: said(this.#state, normal),
    });
  }
}

/**
 * @param {LineScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new LineFigure(scene, place).widget;
}
