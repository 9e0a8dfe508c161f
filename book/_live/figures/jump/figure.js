// One entry of a pseudoinverse against ε: two branches, one point between them, and a ring to move.
import { format, parseRational, rational } from "../../shared/rational.js";
import { makeHandle, placeHandle } from "../kit/handle.js";
import { locate, makeSheet, path, pointed, word } from "../kit/plane_sheet.js";
import { snap } from "../kit/steps.js";
import { shape } from "../kit/svg.js";
import { Widget } from "../kit/widget.js";
import { readout, ringAt } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} JumpScene
 * @property {string} epsilon
 * @property {number} reach of ε in the picture
 * @property {number} high of the entry
 * @property {import("../kit/plane_frame.js").Frame} frame
 */

const STEP = rational(1, 20);
const MOST = rational(3, 2);
/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "ε",
    fields: [
      { name: "e", label: "", hint: "ε, exactly", type: "number" },
      { name: "slide", label: "", hint: "ε", type: "range" },
    ],
  },
];

class JumpDrawing {
  #scene;
  #place;
  #ring = shape("circle", { r: 5.2, class: "plane-ring" });
  #handle;

  /**
   * @param {JumpScene} scene
   * @param {import("../kit/widget.js").Place} place
   * @param {{ drag: (epsilon: number) => void, nudge: (steps: number) => void }} actions
   */
  constructor(scene, place, { drag, nudge }) {
    this.#scene = scene;
    this.#place = place;
    this.#handle = makeHandle({
      drag: (to) => drag(pointed(scene.frame, sheet, to)[0]),
      nudge: ([across]) => nudge(across),
    });
    const sheet = makeSheet(place, [...this.#ground(), this.#ring, this.#handle]);
  }

  /** @param {Point} point @returns {Point} its place in the drawing */
  #locate(point) {
    return locate(this.#scene.frame, this.#place, point);
  }

  /** @param {Point[]} points @param {string} name @returns {SVGElement} */
  #path(points, name) {
    return path(
      points.map((point) => this.#locate(point)),
      name,
    );
  }

  /** @param {Point} from @param {Point} to @param {string} name @returns {SVGElement} */
  #stroke(from, to, name) {
    return this.#path([from, to], name);
  }

  /** @param {string} text @param {Point} at @param {string} color @param {Point} [off] */
  #word(text, at, color, [dx, dy] = [0, 0]) {
    const [x, y] = this.#locate(at);
    return word([x + dx, y + dy], text, color, { "text-anchor": "middle" });
  }

  /** What does not move: grid, branches, and the point between them. */
  #ground() {
    const { reach, high } = this.#scene;
    const made = [];
    for (const x of [-1.5, -1, -0.5, 0.5, 1, 1.5]) {
      made.push(this.#stroke([x, -high], [x, high], "plane-frame"));
      made.push(this.#word(String(x).replace("-", "−"), [x, -high], "muted", [0, 16]));
    }
    for (const y of [-6, -4, -2, 2, 4, 6]) {
      made.push(this.#stroke([-reach, y], [reach, y], "plane-frame"));
      made.push(this.#word(String(y).replace("-", "−"), [-reach, y], "muted", [-12, 4]));
    }
    made.push(this.#stroke([0, -high], [0, high], "plane-axis"));
    made.push(this.#stroke([-reach, 0], [reach, 0], "plane-axis"));
    const steps = Array.from({ length: 121 }, (_, i) => 1 / high + (i * (reach - 1 / high)) / 120);
    for (const sign of [1, -1]) {
      /** @type {Point[]} */
      const branch = steps.map((x) => [sign * x, sign / x]);
      made.push(this.#path(branch, "plane-thick plane-blue"));
    }
    const [cx, cy] = this.#locate([0, 0.25]);
    made.push(shape("circle", { cx, cy, r: 4, class: "plane-dot plane-orange" }));
    made.push(this.#word("1/4", [0, 0.25], "orange", [-16, -4]));
    made.push(this.#word("1/ε", [0.4, 2.5], "blue", [14, -6]));
    made.push(this.#word("ε", [reach, 0], "muted", [2, 14]));
    return made;
  }

  /** @param {Rational} epsilon */
  draw(epsilon) {
    const { reach, high } = this.#scene;
    const [x, y] = this.#locate(ringAt(epsilon, reach, high));
    this.#ring.setAttribute("cx", x.toFixed(2));
    this.#ring.setAttribute("cy", y.toFixed(2));
    placeHandle(this.#handle, [x, y], `ε = ${format(epsilon)}: arrow keys move it`);
  }
}

/** @param {JumpScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const home = parseRational(scene.epsilon);
  let shown = home;
  const drawing = new JumpDrawing(scene, place, {
    drag: (wanted) => show(snap(Math.max(-scene.reach, Math.min(scene.reach, wanted)), STEP)),
    nudge: (steps) => show(shown.add(STEP.mul(steps))),
  });
  /** @param {Rational} epsilon */
  const show = (epsilon) => {
    shown = epsilon;
    const ends = { least: MOST.neg(), most: MOST, step: STEP };
    widget.limit("slide", { ...ends, words: `ε = ${format(epsilon)}` });
    widget.fill({ slide: epsilon }, true);
    widget.fill({ e: epsilon, slide: undefined }); // links name ε once
    widget.tell(readout(epsilon));
    drawing.draw(epsilon);
  };
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(value),
    reset: () => show(home),
  });
  show(home);
  return widget;
}
