// Points and a line to be dragged, with the squares of what the line misses: how small can their
// sum be made? A line that is the best one stays so while points move.
import { format, parseRational } from "../../shared/rational.js";
import { about, factor } from "../kit/notation.js";
import { namedEntries, saidOf, withEntry } from "../kit/points.js";
import { floats } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { FitDrawing } from "./drawing.js";
import {
  fitFacts,
  heightAt,
  heightNear,
  pointNear,
  stepsIn,
  withEnd,
  withPoint,
} from "./geometry.js";

const LEAD = ["Line", "Sum of the squares"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {import("./geometry.js").FitFacts} FitFacts */
/** @typedef {import("./geometry.js").FitState} FitState */
/** @typedef {{ points: string[][], line: string[] } & import("../kit/ticked_ground.js").Ground} FitScene */

const NAMES = ["h", "m"]; // of height and slope in links; points are t1, y1 and so on
const ENDS = ["Left", "Right"];

/** @param {Rational[]} line @returns {string} */
function equation([height, slope]) {
  if (slope.n === 0n) return `y = ${format(height)}`;
  const size = slope.abs().equals(1) ? "" : `${factor(slope.abs())} `;
  const head = height.n === 0n ? "" : format(height);
  const sign = slope.s < 0n ? (head ? " − " : "−") : head ? " + " : "";
  return `y = ${head}${sign}${size}t`;
}

/** @param {Rational} number @returns {string} exact while it is short */
function short(number) {
  return number.d < 1000n ? format(number) : about(number.valueOf(), 4);
}

/**
 * What the figure says in words.
 * @param {FitState} state
 * @param {FitFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ line }, { misses, sum, least, best, products }) {
  const squares = misses.map((miss) => short(miss.mul(miss))).join(" + ");
  const isLeast = sum.equals(least);
  const goal = isLeast ? "no line has less" : `the least of any line is ${short(least)}`;
  return [
    ["Line", `${equation(line)}${best ? "" : "; all points are above each other"}`],
    ["Sum of the squares", `${squares} = ${short(sum)}; ${goal}`],
    ["Products of the misses with 1 and t", products.map(short).join(" and ")],
  ];
}

class FitFigure {
  #scene;
  #home;
  #state;
  #places;
  #drawing;

  /** @param {FitScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#home = {
      points: scene.points.map((point) => point.map(parseRational)),
      line: scene.line.map(parseRational),
    };
    this.#state = this.#home;
    const ticks = scene.ticks[0];
    this.#places = [ticks[0], ticks[ticks.length - 1]].map((t) => parseRational(String(t)));
    this.#drawing = new FitDrawing(scene, place, scene.points.length, {
      drag: (i, to) => this.#show(this.#dragged(i, to)),
      nudge: (i, steps) => this.#show(this.#nudged(i, steps)),
    });
    this.widget = new Widget(place, [], {
      change: (name, value) => this.#show(this.#linked(name, value)),
      reset: () => this.#show(this.#home),
      takes: (name) => name in this.#named(),
    });
    this.#show(this.#home);
  }

  /** @returns {Record<string, Rational>} the state's numbers by name */
  #named() {
    const { points, line } = this.#state;
    const entries = NAMES.map((name, i) => [name, line[i]]);
    return Object.fromEntries([...entries, ...namedEntries(points, "t")]);
  }

  /** @param {string} name @param {Rational} value @returns {FitState} as a link says */
  #linked(name, value) {
    const { points, line } = this.#state;
    const k = NAMES.indexOf(name);
    if (k >= 0) return { points, line: line.map((entry, i) => (i === k ? value : entry)) };
    return { points: withEntry(points, name, value), line };
  }

  /** @param {number} i @param {Point} to @returns {FitState} */
  #dragged(i, to) {
    const { points, line } = this.#state;
    const { view } = this.#scene;
    if (i < points.length) return withPoint(this.#state, i, pointNear(to, view));
    const k = i - points.length;
    const { best } = fitFacts(this.#state);
    const goal = best && heightAt(best, this.#places[k]);
    return { points, line: withEnd(line, this.#places, k, heightNear(to[1], goal, view)) };
  }

  /** @param {number} i @param {Point} by steps across and up @returns {FitState} */
  #nudged(i, by) {
    const { points, line } = this.#state;
    const steps = stepsIn(this.#scene.view);
    if (i < points.length) {
      const to = points[i].map((entry, k) => entry.add(steps[k].mul(by[k])));
      return withPoint(this.#state, i, to);
    }
    const k = i - points.length;
    const height = heightAt(line, this.#places[k]).add(steps[1].mul(by[0] + by[1]));
    return { points, line: withEnd(line, this.#places, k, height) };
  }

  /** @param {FitState} next */
  #show(next) {
    this.#state = next;
    const { points, line } = next;
    const facts = fitFacts(next);
    this.widget.fill(this.#named());
    this.widget.tell(readout(next, facts), LEAD);
    const ends = this.#places.map((t) => [t, heightAt(line, t)]);
    this.#drawing.draw({
      points: points.map(floats),
      misses: facts.misses.map(Number),
      areas: facts.misses.map((miss) => short(miss.mul(miss))),
      slope: line[1].valueOf(),
      ends: ends.map(floats),
      said: [
        ...saidOf(points).map((label) => ({ label })),
        ...ends.map(([t, y], k) => ({
          label: `${ENDS[k]} end of the line`,
          value: { now: y.valueOf(), text: `height ${format(y)} at ${format(t)}` },
        })),
      ],
    });
  }
}

/**
 * @param {FitScene} scene
 * @param {import("../kit/widget.js").Place} place
 * @returns {Widget}
 */
export function build(scene, place) {
  return new FitFigure(scene, place).widget;
}
