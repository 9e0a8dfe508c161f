// Two vectors of the plane: drag their tips, and read product, angle and projection.
import { formatVector, isZero } from "../../shared/matrix.js";
import { format, parseRational } from "../../shared/rational.js";
import { factor } from "../kit/notation.js";
import { frameAround } from "../kit/plane_frame.js";
import { snap, stepAbove, stepBelow } from "../kit/steps.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { VectorsDrawing } from "./drawing.js";
import { vectorsFacts } from "./geometry.js";

const LEAD = ["Angle θ", "Projection of b"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").VectorsFacts} VectorsFacts */
/** @typedef {import("./geometry.js").VectorsState} VectorsState */
/** @typedef {{ a: string[], b: string[], frame: Frame }} VectorsScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = ["a", "b"].map((letter) => ({
  legend: letter,
  fields: [1, 2].map((i) => ({
    name: `${letter}${i}`,
    label: "",
    hint: `entry ${i} of ${letter}`,
    type: "number",
  })),
}));

/**
 * What the figure says in words.
 * @param {VectorsState} state
 * @param {VectorsFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ a, b }, facts) {
  const terms = a.map((entry, i) => `${factor(entry)} · ${factor(b[i])}`);
  const zero = facts.multiplier ? "b" : "a";
  const none = `not defined: ${zero} is the zero vector`;
  const along = facts.multiplier
    ? `p = ${factor(facts.multiplier)} a = ${formatVector(facts.shadow)}`
    : "p = (0, 0), the only multiple of a";
  const sum = `${format(facts.shadowSquared)} + ${format(facts.restSquared)}`;
  return [
    ["a · b", `${terms.join(" + ")} = ${format(facts.product)}`],
    ["Squared lengths", `a · a = ${format(facts.squares[0])}, b · b = ${format(facts.squares[1])}`],
    ["Cosine of θ", facts.cosine ?? none],
    ["Angle θ", facts.angle ?? none],
    ["Projection of b", along],
    ["Rest", `r = b − p = ${formatVector(facts.rest)}, a · r = 0`],
    ["p · p + r · r", `${sum} = ${format(facts.squares[1])}`],
  ];
}

/** @param {Point} from @param {Point} to @returns {Point} */
function middle(from, to) {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}

/** @param {number} reach @returns {Rational} half the height of a frame with room for words */
function roundHalf(reach) {
  return stepAbove(1.2 * reach);
}

/** @param {number} value @param {number} low @param {number} high @returns {number} */
function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

class VectorsFigure {
  #home;
  #scene;
  #state;
  #frame;
  #drawing;

  /** @param {VectorsScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    const [a, b] = [scene.a, scene.b].map((entries) => entries.map(parseRational));
    this.#home = { a, b };
    this.#state = this.#home;
    this.#scene = scene;
    this.#frame = scene.frame;
    this.#drawing = new VectorsDrawing(place, {
      drag: (name, to) => {
        const step = this.#step();
        const [left, bottom, right, top] = this.#frame;
        const inside = [clamp(to[0], left, right), clamp(to[1], bottom, top)];
        this.#show({ ...this.#state, [name]: inside.map((entry) => snap(entry, step)) }, false);
      },
      nudge: (name, steps) => {
        const step = this.#step();
        const moved = this.#state[name].map((entry, i) => entry.add(step.mul(steps[i])));
        this.#show({ ...this.#state, [name]: moved });
      },
      settle: () => this.#show(this.#state),
    });
    this.widget = new Widget(
      place,
      GROUPS,
      {
        change: (name, value) => {
          const [letter, index] = /** @type {["a" | "b", string]} */ ([name[0], name[1]]);
          const entries = this.#state[letter].map((old, i) => (`${i + 1}` === index ? value : old));
          this.#show({ ...this.#state, [letter]: entries });
        },
        reset: () => this.#show(this.#home),
      },
      "abpr",
    );
    this.#show(this.#home);
  }

  /** @returns {Rational} in which a tip is moved */
  #step() {
    return stepBelow((this.#frame[3] - this.#frame[1]) / 10);
  }

  /** @param {VectorsState} state @param {boolean} [isSettled] while a tip is held the frame stays */
  #show(state, isSettled = true) {
    this.#state = state;
    const facts = vectorsFacts(state);
    const [a, b, shadow] = [state.a, state.b, facts.shadow].map(floats);
    if (isSettled) this.#frame = frameAround([a, b, shadow], this.#scene.frame, roundHalf);
    const [a1, a2, b1, b2] = [...state.a, ...state.b];
    this.widget.fill({ a1, a2, b1, b2 });
    this.widget.tell(readout(state, facts), LEAD);
    const written = [state.a, state.b].map(formatVector);
    this.#drawing.draw({
      frame: this.#frame,
      a,
      b,
      shadow,
      words: [
        { letter: "a", text: ` = ${written[0]}`, at: a, color: "blue" },
        { letter: "b", text: ` = ${written[1]}`, at: b, color: "purple" },
        ...(isZero(facts.shadow)
          ? []
          : [{ letter: "p", text: "", at: middle([0, 0], shadow), color: "orange" }]),
        ...(isZero(facts.rest)
          ? []
          : [{ letter: "r", text: "", at: middle(shadow, b), color: "green" }]),
      ],
      said: [`a = ${written[0]}: arrow keys move it`, `b = ${written[1]}: arrow keys move it`],
    });
  }
}

/** @param {VectorsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  return new VectorsFigure(scene, place).widget;
}
