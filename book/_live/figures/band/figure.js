// Points to be dragged, a length scale and the size of the noise, and what a Gaussian process makes
// of them.
import { format, parseRational, rational } from "../../shared/rational.js";
import { namedEntries, nudged, saidOf, withEntry, withPoint } from "../kit/points.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { BandDrawing } from "./drawing.js";
import { curvesOf, factsOf, readout } from "./geometry.js";

const LEAD = ["Logarithm of the likelihood", "Largest deviation between the points"];

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/**
 * @typedef {{ points: string[][], length: string, noise: string } & import("./geometry.js").Chance
 *   & import("../kit/ticked_ground.js").Ground} BandScene
 */

/** @type {Record<string, [least: Rational, most: Rational, step: Rational]>} */
const ENDS = {
  l: [rational(3, 10), rational(3), rational(1, 10)],
  t: [rational(0), rational(1), rational(1, 20)],
};
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "ℓ",
    fields: [{ name: "l", label: "", hint: "length scale ℓ", type: "range" }],
  },
  {
    legend: "τ",
    fields: [
      {
        name: "t",
        label: "",
        hint: "deviation of the noise τ, exactly",
        type: "number",
        step: "1/20",
      },
      { name: "slide", label: "", hint: "deviation of the noise τ", type: "range" },
    ],
  },
];

class BandFigure {
  #scene;
  #home;
  #state;
  #drawing;

  /** @param {BandScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#home = {
      points: scene.points.map((point) => point.map(parseRational)),
      length: parseRational(scene.length),
      noise: parseRational(scene.noise),
    };
    this.#state = this.#home;
    this.#drawing = new BandDrawing(scene, place, scene.points.length, {
      drag: (i, to) => this.#move(i, to),
      nudge: (i, steps) => this.#move(i, nudged(this.#state.points[i], steps, scene.view)),
    });
    this.widget = new Widget(place, GROUPS, {
      change: (name, value) => this.#change(name, value),
      reset: () => this.#show(this.#home),
      takes: (name) => name in this.#named(this.#state),
    });
    this.#show(this.#home);
  }

  /** @param {State} state @returns {Record<string, Rational>} all numbers by name */
  #named({ points, length, noise }) {
    return Object.fromEntries([["l", length], ["t", noise], ...namedEntries(points)]);
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    const state = this.#state;
    if (name === "l") return this.#show({ ...state, length: within("l", value) });
    if (name === "slide") return this.#show({ ...state, noise: within("t", value) });
    if (name !== "t") {
      return this.#show({ ...state, points: withEntry(state.points, name, value) });
    }
    if (value.s < 0n) {
      return this.widget.refuse(["t"], "expected a deviation of 0 or more: leave out the minus.");
    }
    return this.#show({ ...state, noise: value });
  }

  /** @param {number} i @param {Point} to */
  #move(i, to) {
    const points = withPoint(this.#state.points, i, to, this.#scene.view);
    this.#show({ ...this.#state, points });
  }

  /** @param {State} next */
  #show(next) {
    this.#state = next;
    const { points, length, noise } = next;
    const facts = factsOf(next, this.#scene);
    this.#limit("l", "l", `ℓ = ${format(length)}`);
    this.#limit("slide", "t", `τ = ${format(noise)}`);
    this.widget.fill({ slide: within("t", noise) }, true);
    this.widget.fill({ ...this.#named(next), slide: undefined }); // links name τ once
    this.widget.tell(readout(next, facts), LEAD);
    this.#drawing.draw({
      points: points.map(floats),
      ...curvesOf(facts, this.#scene.view),
      said: saidOf(points),
    });
  }

  /** @param {string} field @param {string} name of its ends @param {string} words */
  #limit(field, name, words) {
    const [least, most, step] = ENDS[name];
    this.widget.limit(field, { least, most, step, words });
  }
}

/** @param {string} name of the ends @param {Rational} value @returns {Rational} */
function within(name, value) {
  const [least, most] = ENDS[name];
  return value.lt(least) ? least : value.gt(most) ? most : value;
}

/**
 * @param {BandScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new BandFigure(scene, place).widget;
}
