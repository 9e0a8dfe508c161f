// A small image and its matrix: point at a pixel or at a number, walk by keys, change the ink.
import { rational } from "../../shared/rational.js";
import { shape } from "../kit/svg.js";
import { Widget } from "../kit/widget.js";
import { cornerOf, painted, placeAfter, placeAt, readout, unitOf, within } from "./geometry.js";

/** @typedef {import("./geometry.js").Layout} Layout */
/** @typedef {import("./geometry.js").PixelsState} PixelsState */
/** @typedef {import("./geometry.js").Place} Place */
/** @typedef {PixelsState & { gap: number, frame: Layout["frame"] }} PixelsScene */

const BRACKET = { out: 0.2, arm: 0.3, over: 0.15 }; // in pixels of the image

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

class PixelsDrawing {
  #layout;
  /** @type {SVGElement[][]} */
  #squares;
  /** @type {SVGElement[][]} */
  #numbers;
  #marks;

  /** @param {Layout} layout @param {number} height */
  constructor(layout, height) {
    this.#layout = layout;
    const unit = unitOf(layout);
    const viewBox = `0 0 ${layout.width} ${height}`;
    this.svg = shape("svg", { viewBox, class: "pixels-drawing", tabindex: 0 });
    this.#squares = this.#cells(([x, y]) =>
      shape("rect", { x, y, width: unit, height: unit, class: "pixels-ink" }),
    );
    this.#numbers = this.#cells((_, [x, y]) =>
      shape("text", { x: x + unit / 2, y: y + unit / 2 + 4, "text-anchor": "middle" }),
    );
    this.#marks = [0, 1].map(() =>
      shape("rect", { width: unit, height: unit, class: "pixels-mark" }),
    );
    this.svg.append(
      ...this.#squares.flat(),
      ...this.#numbers.flat(),
      ...[0, 1].map((side) => shape("path", { d: this.#bracket(side), class: "pixels-bracket" })),
      ...this.#marks,
    );
  }

  /** @param {(inImage: [number, number], inMatrix: [number, number]) => SVGElement} makeOne */
  #cells(makeOne) {
    const { rows, columns } = this.#layout;
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) =>
        makeOne(cornerOf(this.#layout, [row, column], 0), cornerOf(this.#layout, [row, column], 1)),
      ),
    );
  }

  /** @param {number} side 0 left, 1 right @returns {string} */
  #bracket(side) {
    const { rows, columns } = this.#layout;
    const unit = unitOf(this.#layout);
    const [left, top] = cornerOf(this.#layout, [0, 0], 1);
    const outward = side ? 1 : -1;
    const x = left + (side * columns + outward * BRACKET.out) * unit;
    const arm = -outward * BRACKET.arm * unit;
    const [y, tall] = [top - BRACKET.over * unit, (rows + 2 * BRACKET.over) * unit];
    return `M${x + arm} ${y}h${-arm}v${tall}h${arm}`;
  }

  /** @param {PixelsState} state */
  show({ image, most, at }) {
    image.forEach((row, i) => {
      row.forEach((value, j) => {
        this.#squares[i][j].style.fillOpacity = `${value / most}`;
        this.#numbers[i][j].textContent = `${value}`;
        this.#numbers[i][j].setAttribute("class", value ? "pixels-number" : "pixels-zero");
      });
    });
    this.#marks.forEach((mark, which) => {
      const [x, y] = cornerOf(this.#layout, at, which === 0 ? 0 : 1);
      mark.setAttribute("x", `${x}`);
      mark.setAttribute("y", `${y}`);
    });
  }
}

/**
 * Call `choose` with the cell that a mouse, pen or finger points at, or that a key leads to.
 * @param {SVGElement} svg
 * @param {Layout} layout
 * @param {() => Place} current
 * @param {(place: Place, isPassing?: boolean) => void} choose
 */
function makePointer(svg, layout, current, choose) {
  const point = (/** @type {PointerEvent} */ event) => {
    if (!event.isPrimary) return;
    const box = svg.getBoundingClientRect();
    const scale = layout.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const place = placeAt(layout, x, y);
    if (place) choose(place, event.type === "pointermove");
  };
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("keydown", (event) => {
    const place = placeAfter(current(), event, layout);
    if (!place) return;
    event.preventDefault();
    choose(place);
  });
}

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
    const ends = { row: [1, size.rows], column: [1, size.columns], ink: [0, most] };
    const values = { row: row + 1, column: column + 1, ink };
    for (const [name, [least, largest]] of Object.entries(ends)) {
      const [from, to] = [rational(least), rational(largest)];
      const words = `${name} ${values[/** @type {keyof typeof values} */ (name)]}`;
      widget.limit(name, { least: from, most: to, step: rational(1), words });
    }
    const shown = { row: rational(row + 1), column: rational(column + 1), ink: rational(ink) };
    widget.fill({ ...shown, ...changes(home, state) }, isPassing);
    widget.tell(readout(state));
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
      const at = pixelOf(name);
      if (at) show({ ...painted({ ...state, at: within(at, size) }, ink), at: state.at });
      else if (name === "ink") show(painted(state, ink));
      else if (name === "row") choose(within([number - 1, state.at[1]], size));
      else choose(within([state.at[0], number - 1], size));
    },
    reset: () => show(home),
    takes: (name) => pixelOf(name) !== null,
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

/** @param {string} name @returns {Place | null} */
function pixelOf(name) {
  const [, row, column] = /^([1-9]\d?)\.([1-9]\d?)$/.exec(name) ?? [];
  return row ? [Number(row) - 1, Number(column) - 1] : null;
}
