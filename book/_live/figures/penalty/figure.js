// Two unknowns with a price on length: drag the answer along its path, or the truth anywhere.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { nearestPlace, penalties } from "../kit/penalties.js";
import { snap } from "../kit/steps.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { PenaltyDrawing } from "./drawing.js";
import { levelCurve, pathOf, penaltyFacts, readout, ridge } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").PenaltyState} PenaltyState */
/**
 * @typedef {object} PenaltyScene
 * @property {string[][]} X
 * @property {string[]} truth
 * @property {string[]} error
 * @property {string} penalty
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const LEAD = ["Ridge answer", "Distance from the true w", "Without a penalty"]; // what is asked for
const STEP = rational(1, 10); // of the true w
const SERIES = [rational(0), ...penalties(-2, 4)];

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "λ",
    fields: [
      { name: "p", label: "", hint: "penalty λ, exactly", type: "number" },
      { name: "slide", label: "", hint: "penalty λ", type: "range" },
    ],
  },
  {
    legend: "true w",
    fields: [1, 2].map((i) => ({
      name: `w${i}`,
      label: "",
      hint: `entry ${i} of the true w`,
      type: "number",
    })),
  },
];

class PenaltyFigure {
  #home;
  #state;
  #drawing;
  #X;

  /** @param {PenaltyScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    const [truth, error] = [scene.truth, scene.error].map((entries) => entries.map(parseRational));
    const X = scene.X.map((row) => row.map(parseRational));
    /** @type {PenaltyState} */
    this.#home = { X, truth, error, penalty: parseRational(scene.penalty) };
    this.#state = this.#home;
    this.#X = X.map(floats);
    const [left, bottom, right, top] = scene.frame;
    this.#drawing = new PenaltyDrawing(scene.frame, place, {
      dragAnswer: (to) => this.#show({ ...this.#state, penalty: this.#penaltyAt(to) }),
      nudgeAnswer: (steps) => this.#slide(nearestPlace(SERIES, this.#price()) + steps),
      dragTruth: ([x, y]) => {
        const inside = [
          Math.max(left + 0.3, Math.min(right - 0.3, x)),
          Math.max(bottom + 0.3, Math.min(top - 0.2, y)),
        ];
        this.#show({ ...this.#state, truth: inside.map((entry) => snap(entry, STEP)) });
      },
      nudgeTruth: (steps) => {
        const truth = this.#state.truth.map((entry, i) => entry.add(STEP.mul(steps[i])));
        this.#show({ ...this.#state, truth });
      },
    });
    this.widget = new Widget(
      place,
      GROUPS,
      {
        change: (name, value) => this.#change(name, value),
        reset: () => this.#show(this.#home),
      },
      "wy",
    );
    this.#show(this.#home);
  }

  /** @returns {number} */
  #price() {
    return this.#state.penalty.valueOf();
  }

  /** @param {Point} to @returns {Rational} the penalty of the series whose answer is nearest */
  #penaltyAt([x, y]) {
    const { X } = this.#state;
    const readings = penaltyFacts(this.#state).y;
    const gaps = SERIES.map((penalty) => {
      const [u, v] = floats(ridge(X, readings, penalty));
      return Math.hypot(u - x, v - y);
    });
    return SERIES[gaps.indexOf(Math.min(...gaps))];
  }

  /** @param {number} place in the series */
  #slide(place) {
    const penalty = SERIES[Math.max(0, Math.min(SERIES.length - 1, place))];
    this.#show({ ...this.#state, penalty });
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    if (name === "slide") return this.#slide(Math.round(value.valueOf()));
    if (name === "p") {
      if (value.s < 0n) {
        return this.widget.refuse(["p"], "expected a penalty of 0 or more: leave out the minus.");
      }
      return this.#show({ ...this.#state, penalty: value });
    }
    const truth = this.#state.truth.map((old, i) => (name === `w${i + 1}` ? value : old));
    return this.#show({ ...this.#state, truth });
  }

  /** @param {PenaltyState} state */
  #show(state) {
    this.#state = state;
    const facts = penaltyFacts(state);
    const [y, w, truth] = [facts.y, facts.w, state.truth].map(floats);
    const words = `λ = ${format(state.penalty)}`;
    const place = nearestPlace(SERIES, this.#price());
    this.widget.count("slide", [0, SERIES.length - 1], words);
    this.widget.fill({ slide: rational(place) }, true);
    this.widget.fill({
      p: state.penalty,
      w1: state.truth[0],
      w2: state.truth[1],
      slide: undefined, // links name λ once
    });
    this.widget.tell(readout(state, facts), LEAD);
    const named = `true w = ${formatVector(state.truth)}`;
    const isBare = state.penalty.n === 0n;
    this.#drawing.draw({
      truth,
      solution: floats(facts.solution),
      w,
      way: pathOf(this.#X, y),
      level: levelCurve(this.#X, y, Math.sqrt(facts.missed.valueOf())),
      words: [
        { text: words, at: w, color: "orange" },
        { text: named, at: truth, color: "blue" },
        ...(isBare ? [] : [{ text: "λ = 0", at: floats(facts.solution), color: "ink" }]),
      ],
      said: {
        w: { name: "ridge answer, by λ", now: place, text: words, ends: [0, SERIES.length - 1] },
        truth: `${named}: arrow keys move it`,
      },
    });
  }
}

/** @param {PenaltyScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  return new PenaltyFigure(scene, place).widget;
}
