// Points to be dragged, a degree, and the two shortest polynomials through the points: one for the
// plain measure of coefficients, one for the weights of a power.
import { format, parseRational, rational } from "../../shared/rational.js";
import { namedEntries, nudged, saidOf, withEntry } from "../kit/points.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { PolynomialsDrawing } from "./drawing.js";
import { areApart, factsOf, pathsOf, readout, withPoint } from "./geometry.js";

const LEAD = ["Degree", "Between the points"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/** @typedef {{ points: string[][], degree: string, c: string } & import("../kit/ticked_ground.js").Ground} PolynomialsScene */

const HIGHEST = 12;
const [LEAST, MOST] = [rational(1, 100), rational(100)]; // c
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Degree p",
    fields: [{ name: "p", label: "", hint: "degree p", type: "range" }],
  },
  {
    legend: "c",
    fields: [{ name: "c", label: "", hint: "constant c of the weights", type: "number" }],
  },
];

class PolynomialsFigure {
  #scene;
  #home;
  #state;
  #drawing;

  /** @param {PolynomialsScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#home = {
      points: scene.points.map((point) => point.map(parseRational)),
      degree: Number(scene.degree),
      constant: parseRational(scene.c),
    };
    this.#state = this.#home;
    this.#drawing = new PolynomialsDrawing(scene, place, scene.points.length, {
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
  #named({ points, degree, constant }) {
    return Object.fromEntries([["p", rational(degree)], ["c", constant], ...namedEntries(points)]);
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    const state = this.#state;
    if (name === "p") {
      const degree = Math.max(1, Math.min(HIGHEST, Math.round(value.valueOf())));
      return this.#show({ ...state, degree });
    }
    if (name === "c") {
      if (value.gte(LEAST) && value.lte(MOST)) return this.#show({ ...state, constant: value });
      const ends = `from ${format(LEAST)} to ${format(MOST)}`;
      return this.widget.refuse(["c"], `expected a number ${ends}: choose one between them.`);
    }
    const points = withEntry(state.points, name, value);
    if (areApart(points)) return this.#show({ ...state, points });
    this.#state = { ...state, points }; // a link gives one number after the other
    return this.widget.refuse([], "expected points that are not above each other: move one.");
  }

  /** @param {number} i @param {Point} to */
  #move(i, to) {
    const points = withPoint(this.#state.points, i, to, this.#scene.view);
    if (areApart(points)) this.#show({ ...this.#state, points });
  }

  /** @param {State} next */
  #show(next) {
    this.#state = next;
    const { points, degree } = next;
    const facts = factsOf(next);
    this.widget.count("p", [1, HIGHEST], `degree ${degree}`);
    this.widget.fill(this.#named(next));
    this.widget.tell(readout(next, facts), LEAD);
    this.#drawing.draw(
      points.map(floats),
      facts.coefficients.map((w) => pathsOf(w, this.#scene.view)),
      saidOf(points),
    );
  }
}

/**
 * @param {PolynomialsScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new PolynomialsFigure(scene, place).widget;
}
