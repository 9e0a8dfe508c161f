// Points to be dragged, a length scale and a penalty, and the curve of a Gaussian kernel.
import { format, parseRational, rational } from "../../shared/rational.js";
import { nearestPlace, penalties } from "../kit/penalties.js";
import { namedEntries, nudged, saidOf, withEntry, withPoint } from "../kit/points.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { BumpsDrawing } from "./drawing.js";
import { curvesOf, factsOf, readout } from "./geometry.js";

const LEAD = ["Curve", "Squared length of w"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/** @typedef {{ points: string[][], length: string, penalty: string } & import("../kit/ticked_ground.js").Ground} BumpsScene */

const [SHORTEST, LONGEST, STEP] = [rational(1, 10), rational(3), rational(1, 20)]; // ℓ
const SERIES = [rational(0), ...penalties(-3, 1)];
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "ℓ",
    fields: [{ name: "l", label: "", hint: "length scale ℓ", type: "range" }],
  },
  {
    legend: "λ",
    fields: [
      { name: "p", label: "", hint: "penalty λ, exactly", type: "number" },
      { name: "slide", label: "", hint: "penalty λ", type: "range" },
    ],
  },
];

class BumpsFigure {
  #scene;
  #home;
  #state;
  #drawing;

  /** @param {BumpsScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#home = {
      points: scene.points.map((point) => point.map(parseRational)),
      length: parseRational(scene.length),
      penalty: parseRational(scene.penalty),
    };
    this.#state = this.#home;
    this.#drawing = new BumpsDrawing(scene, place, scene.points.length, {
      drag: (i, to) => this.#move(i, to),
      nudge: (i, steps) => this.#move(i, nudged(this.#state.points[i], steps, scene.view)),
    });
    this.widget = new Widget(
      place,
      GROUPS,
      {
        change: (name, value) => this.#change(name, value),
        reset: () => this.#show(this.#home),
        takes: (name) => name in this.#named(this.#state),
      },
      "w",
    );
    this.#show(this.#home);
  }

  /** @param {State} state @returns {Record<string, Rational>} all numbers by name */
  #named({ points, length, penalty }) {
    return Object.fromEntries([["l", length], ["p", penalty], ...namedEntries(points)]);
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    const state = this.#state;
    if (name === "slide") {
      const place = Math.max(0, Math.min(SERIES.length - 1, Math.round(value.valueOf())));
      return this.#show({ ...state, penalty: SERIES[place] });
    }
    if (name === "p") {
      if (value.s < 0n) {
        return this.widget.refuse(["p"], "expected a penalty of 0 or more: leave out the minus.");
      }
      return this.#show({ ...state, penalty: value });
    }
    if (name === "l") {
      const length = value.lt(SHORTEST) ? SHORTEST : value.gt(LONGEST) ? LONGEST : value;
      return this.#show({ ...state, length });
    }
    return this.#show({ ...state, points: withEntry(state.points, name, value) });
  }

  /** @param {number} i @param {Point} to */
  #move(i, to) {
    const points = withPoint(this.#state.points, i, to, this.#scene.view);
    this.#show({ ...this.#state, points });
  }

  /** @param {State} next */
  #show(next) {
    this.#state = next;
    const { points, length, penalty } = next;
    const facts = factsOf(next);
    const words = `ℓ = ${format(length)}`;
    this.widget.limit("l", { least: SHORTEST, most: LONGEST, step: STEP, words });
    this.widget.count("slide", [0, SERIES.length - 1], `λ = ${format(penalty)}`);
    this.widget.fill({ slide: rational(nearestPlace(SERIES, penalty.valueOf())) }, true);
    this.widget.fill({ ...this.#named(next), slide: undefined }); // links name λ once
    this.widget.tell(readout(next, facts), LEAD);
    this.#drawing.draw({
      points: points.map(floats),
      alpha: facts.alpha,
      fitted: facts.fitted,
      ...curvesOf(next, facts, this.#scene.view),
      said: saidOf(points),
    });
  }
}

/**
 * @param {BumpsScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new BumpsFigure(scene, place).widget;
}
