// A memory made of a matrix: flip pixels of a stored digit, and see what three rules recall.
import { rational } from "../../shared/rational.js";
import { placeNamed } from "../kit/cells.js";
import { Widget } from "../kit/widget.js";
import { MemoryDrawing, takePointer } from "./drawing.js";
import { firstOf, probeOf, readout, recalled, signsOf } from "./geometry.js";

const LEAD = ["Shown", "Wrong pixels"]; // what the figure asks for

/** @typedef {import("../kit/cells.js").Place} Place */
/** @typedef {import("./geometry.js").MemoryState} MemoryState */
/**
 * @typedef {import("./drawing.js").MemoryLayout & {
 *   patterns: string[], stored: number, shown: number, order: number[], flipped: number
 * }} MemoryScene
 */
/** @typedef {MemoryState & { count: number, at: Place }} State count is where the slider stands */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "stored",
    fields: [{ name: "n", label: "", hint: "how many patterns are stored", type: "range" }],
  },
  {
    legend: "shown",
    fields: [{ name: "k", label: "", hint: "which pattern is shown", type: "range" }],
  },
  {
    legend: "flipped",
    fields: [{ name: "f", label: "", hint: "how many pixels are flipped", type: "range" }],
  },
];

/** @param {MemoryScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const patterns = scene.patterns.map(signsOf);
  const [rows, columns] = scene.size;
  const last = patterns.length - 1;
  /** @param {number} count @returns {Pick<State, "count" | "flipped">} */
  const flips = (count) => ({ count, flipped: firstOf(scene.order, count) });
  /** @type {State} */
  const home = {
    stored: scene.stored,
    shown: scene.shown,
    ...flips(scene.flipped),
    at: [0, 0],
  };
  let state = home;
  const drawing = new MemoryDrawing(scene, place, patterns);

  /** @param {State} next @param {boolean} [isPassing] */
  const show = (next, isPassing) => {
    state = next;
    const { stored, shown, count, flipped } = state;
    widget.count("n", [1, patterns.length], `${stored} stored`);
    widget.count("k", [0, last], `pattern ${shown}`);
    widget.count("f", [0, rows * columns], `${count} flipped`);
    const values = { n: rational(stored), k: rational(shown), f: rational(count) };
    widget.fill({ ...values, ...painted(state) }, isPassing);
    widget.tell(readout(patterns, state), LEAD);
    drawing.show({
      ...state,
      probe: probeOf(patterns, state),
      flipped,
      found: recalled(patterns, state),
    });
    drawing.svg.setAttribute("aria-label", `${place.alt} ${described(state.at)}`);
  };
  /** @param {Place} at @returns {string} */
  const described = ([row, column]) => {
    const said = state.flipped[row * columns + column] ? "flipped" : "not flipped";
    return `Pixel in row ${row + 1}, column ${column + 1}, ${said}: space flips it, arrow keys walk.`;
  };
  /** @param {State} from @returns {Record<string, import("../../shared/rational.js").Rational | undefined>} */
  const painted = ({ count, flipped }) => {
    const plain = firstOf(scene.order, count);
    const names = flipped.map((is, i) => {
      const name = `${Math.floor(i / columns) + 1}.${(i % columns) + 1}`;
      return /** @type {const} */ ([name, is === plain[i] ? undefined : rational(is ? 1 : 0)]);
    });
    return Object.fromEntries(names);
  };
  /** @param {Place} at @param {boolean} to @returns {State} */
  const flippedAt = (at, to) => {
    const place = at[0] * columns + at[1];
    return { ...state, at, flipped: state.flipped.map((is, i) => (i === place ? to : is)) };
  };
  /** @param {Place} at @returns {boolean} */
  const isFlipped = ([row, column]) => state.flipped[row * columns + column];

  let brush = true; // what drawing over a pixel makes of it
  drawing.svg.setAttribute("role", "application");
  drawing.svg.setAttribute("aria-roledescription", "image to draw on");
  takePointer(drawing, { rows, columns }, () => state.at, {
    press: (at) => {
      brush = !isFlipped(at);
      show(flippedAt(at, brush));
    },
    draw: (at) => isFlipped(at) !== brush && show(flippedAt(at, brush)),
    choose: (shown) => show({ ...state, shown }),
    walk: (at) => show({ ...state, at }, true),
    flip: () => show(flippedAt(state.at, !isFlipped(state.at))),
  });
  place.root.append(drawing.svg);
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      const number = Math.round(value.valueOf());
      const at = placeNamed(name);
      const between = (/** @type {number} */ least, /** @type {number} */ most) =>
        Math.max(least, Math.min(most, number));
      if (at && at[0] < rows && at[1] < columns)
        show({ ...flippedAt(at, number > 0), at: state.at });
      else if (name === "n") show({ ...state, stored: between(1, patterns.length) });
      else if (name === "k") show({ ...state, shown: between(0, last) });
      else if (name === "f") show({ ...state, ...flips(between(0, rows * columns)) });
    },
    reset: () => show(home),
    takes: (name) => placeNamed(name) !== null,
  });
  show(home);
  return widget;
}
