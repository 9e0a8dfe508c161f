// Points of two kinds, to be dragged in the plane; the same points ride on a surface, which can be
// turned, and a cut at one height separates them or not.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { turnedBy } from "../kit/orbit.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { LiftDrawing } from "./drawing.js";
import { cutNear, cutStep, heightOf, pointNear, rangeOf, readout, stepOf } from "./geometry.js";

const LEAD = ["The cut", "Heights"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/space_geometry.js").View} View */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").State} State */
/**
 * @typedef {object} LiftScene
 * @property {string[][]} discs
 * @property {string[][]} rings
 * @property {string[]} feature
 * @property {string} cut
 * @property {number} radius
 * @property {[number, number]} view azimuth and elevation
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const COEFFICIENTS = ["p", "q", "r"];
const MONOMIALS = ["x₁²", "x₁x₂", "x₂²"];
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Feature",
    fields: COEFFICIENTS.map((name, i) => ({
      name,
      label: MONOMIALS[i],
      hint: `number before ${MONOMIALS[i]}`,
      type: "number",
      isBefore: true,
    })),
  },
  {
    legend: "Cut at",
    fields: [{ name: "cut", label: "", hint: "the cut, as a number", type: "number" }],
  },
];

class LiftFigure {
  #scene;
  #home;
  #state;
  #view;
  #held = -1;
  #drawing;

  /** @param {LiftScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#home = {
      discs: scene.discs.map((point) => point.map(parseRational)),
      rings: scene.rings.map((point) => point.map(parseRational)),
      feature: scene.feature.map(parseRational),
      cut: parseRational(scene.cut),
    };
    this.#state = this.#home;
    this.#view = this.#homeView();
    const counts = /** @type {[number, number]} */ ([scene.discs.length, scene.rings.length]);
    this.#drawing = new LiftDrawing(place, scene.frame, scene.radius, counts, {
      drag: (i, to) => this.#move(i, pointNear(to, scene.radius)),
      nudge: (i, steps) => this.#nudge(i, steps),
      turn: (turn, rise) => {
        this.#view = turnedBy(this.#view, turn, rise);
        this.#show(this.#state);
      },
      raise: (up) => {
        const cut = cutNear(up, this.#view.elevation, this.#range());
        if (cut) this.#show({ ...this.#state, cut });
      },
      nudgeCut: (steps) => {
        const [low, high] = this.#range();
        const step = cutStep([low, high]);
        const unit = step.valueOf();
        const [least, most] = [Math.ceil(low / unit), Math.floor(high / unit)].map((n) =>
          step.mul(n),
        );
        const to = this.#state.cut.add(step.mul(steps));
        this.#show({ ...this.#state, cut: to.lt(least) ? least : to.gt(most) ? most : to });
      },
    });
    this.widget = new Widget(place, GROUPS, {
      change: (name, value) => this.#change(name, value),
      reset: () => {
        this.#view = this.#homeView();
        this.#held = -1;
        this.#show(this.#home);
      },
      takes: (name) => name in this.#named(this.#state),
    });
    this.#show(this.#home);
  }

  /** @returns {[number, number]} the lowest and the highest point of the surface */
  #range() {
    return rangeOf(this.#state.feature.map(Number), this.#scene.radius);
  }

  /** @returns {View} */
  #homeView() {
    const [azimuth, elevation] = this.#scene.view;
    return { azimuth, elevation };
  }

  /** @param {State} state @returns {Record<string, Rational>} all numbers by name */
  #named({ discs, rings, feature, cut }) {
    const points = [...discs, ...rings].flatMap(([x, y], i) => [
      [`x${i + 1}`, x],
      [`y${i + 1}`, y],
    ]);
    const angles = Object.entries(this.#view).map(([name, angle]) => [
      name,
      rational(Math.round(angle)),
    ]);
    const given = COEFFICIENTS.map((name, i) => [name, feature[i]]);
    return Object.fromEntries([...given, ["cut", cut], ...points, ...angles]);
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    const state = this.#state;
    const k = COEFFICIENTS.indexOf(name);
    if (k >= 0) {
      return this.#show({
        ...state,
        feature: state.feature.map((old, i) => (i === k ? value : old)),
      });
    }
    if (name === "cut") return this.#show({ ...state, cut: value });
    if (name in this.#view) {
      const wanted = { ...this.#view, [name]: value.valueOf() };
      this.#view = turnedBy(wanted, 0, 0);
      return this.#show(state);
    }
    const [axis, i] = [name[0] === "x" ? 0 : 1, Number(name.slice(1)) - 1];
    const point = [...state.discs, ...state.rings][i].map((old, j) => (j === axis ? value : old));
    return this.#put(i, pointNear(floats(point), this.#scene.radius));
  }

  /** @param {number} i discs first @param {Rational[]} to where a hand or a key moves it */
  #move(i, to) {
    this.#held = i;
    this.#put(i, to);
  }

  /** @param {number} i discs first @param {Rational[]} to */
  #put(i, to) {
    const { discs, rings } = this.#state;
    const put = (/** @type {Rational[][]} */ points, /** @type {number} */ from) =>
      points.map((point, k) => (k + from === i ? to : point));
    this.#show({ ...this.#state, discs: put(discs, 0), rings: put(rings, discs.length) });
  }

  /** @param {number} i @param {Point} steps across and up */
  #nudge(i, steps) {
    const { discs, rings } = this.#state;
    const step = stepOf(this.#scene.radius);
    const to = [...discs, ...rings][i].map((entry, k) => entry.add(step.mul(steps[k])));
    this.#move(i, pointNear(floats(to), this.#scene.radius));
  }

  /** @param {State} next */
  #show(next) {
    this.#state = next;
    const { discs, rings, feature, cut } = next;
    this.widget.fill(this.#named(next));
    this.widget.tell(readout(next), LEAD);
    this.#drawing.draw({
      points: [discs.map(floats), rings.map(floats)],
      feature: feature.map(Number),
      cut: cut.valueOf(),
      view: this.#view,
      held: this.#held,
      saidOfCut: format(cut),
      said: [...discs, ...rings].map((point, i) => {
        const name = i < discs.length ? `Disc ${i + 1}` : `Ring ${i + 1 - discs.length}`;
        const height = format(heightOf(feature, point));
        return `${name} at ${formatVector(point)}, height ${height}: arrow keys move it`;
      }),
    });
  }
}

/**
 * @param {LiftScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new LiftFigure(scene, place).widget;
}
