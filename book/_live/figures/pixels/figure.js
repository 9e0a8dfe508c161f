// A small image and its matrix: point at a pixel or at a number, walk by keys, change the ink.
import { rational } from "../../shared/rational.js";
import { placeNamed, within } from "../kit/cells.js";
import { Widget } from "../kit/widget.js";
import { makePointer, PixelsDrawing } from "./drawing.js";
import { painted, readout } from "./geometry.js";

const LEAD = ["Pixel", "In code"]; // what the figure asks for

/** @typedef {import("./geometry.js").Layout} Layout */
/** @typedef {import("./geometry.js").PixelsState} PixelsState */
/** @typedef {import("../kit/cells.js").Place} Place */
/** @typedef {PixelsState & { gap: number, frame: Layout["frame"] }} PixelsScene */

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Pixel",
    fields: [
      { name: "row", label: "row", hint: "row of the pixel", type: "range" },
      { name: "column", label: "column", hint: "column of the pixel", type: "range" },
      { name: "ink", label: "ink", hint: "ink of the pixel", type: "range" },
    ],
  },
];

/** @param {PixelsScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { image, most, at } = scene;
  const size = { rows: image.length, columns: image[0].length };
  const layout = { ...size, gap: scene.gap, frame: scene.frame, width: place.width };
  const home = { image, most, at };
  const drawing = new PixelsDrawing(layout, place.height);
  let state = home;

  /** @param {PixelsState} next @param {boolean} [isPassing] */
  const show = (next, isPassing) => {
    state = next;
    const [row, column] = state.at;
    const ink = state.image[row][column];
    widget.count("row", [1, size.rows], `row ${row + 1}`);
    widget.count("column", [1, size.columns], `column ${column + 1}`);
    widget.count("ink", [0, most], `ink ${ink}`);
    const shown = { row: rational(row + 1), column: rational(column + 1), ink: rational(ink) };
    widget.fill({ ...shown, ...changes(home, state) }, isPassing);
    widget.tell(readout(state), LEAD);
    drawing.show(state);
  };
  /** @param {Place} to @param {boolean} [isPassing] */
  const choose = (to, isPassing) => {
    if (to[0] !== state.at[0] || to[1] !== state.at[1]) show({ ...state, at: to }, isPassing);
  };
  drawing.svg.setAttribute("role", "application");
  drawing.svg.setAttribute("aria-roledescription", "image to point at");
  drawing.svg.setAttribute("aria-label", `${place.alt} Arrow keys move the mark.`);
  makePointer(drawing.svg, layout, () => state.at, choose);
  place.root.append(drawing.svg);
  const widget = new Widget(place, GROUPS, {
    change: (name, value) => {
      const number = Math.round(value.valueOf());
      const ink = Math.max(0, Math.min(most, number));
      const at = placeNamed(name);
      if (at) show({ ...painted({ ...state, at: within(at, size) }, ink), at: state.at });
      else if (name === "ink") show(painted(state, ink));
      else if (name === "row") choose(within([number - 1, state.at[1]], size));
      else choose(within([state.at[0], number - 1], size));
    },
    reset: () => show(home),
    takes: (name) => placeNamed(name) !== null,
  });
  show(home);
  return widget;
}

/**
 * The pixels that a reader has painted, by names such as "2.3" for row 2, column 3.
 * @param {PixelsState} home
 * @param {PixelsState} state
 */
function changes(home, state) {
  const named = state.image.flatMap((row, i) =>
    row.map((ink, j) => {
      const changed = ink === home.image[i][j] ? undefined : rational(ink);
      return /** @type {const} */ ([`${i + 1}.${j + 1}`, changed]);
    }),
  );
  return Object.fromEntries(named);
}
