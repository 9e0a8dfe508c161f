// A small image and its matrix side by side, with a mark on one pixel and its number.
import { placeAfter } from "../kit/cells.js";
import { shape } from "../kit/svg.js";
import { cornerOf, placeAt, unitOf } from "./geometry.js";

/** @typedef {import("./geometry.js").Layout} Layout */
/** @typedef {import("./geometry.js").PixelsState} PixelsState */
/** @typedef {import("../kit/cells.js").Place} Place */

const BRACKET = { out: 0.2, arm: 0.3, over: 0.15 }; // in pixels of the image

export class PixelsDrawing {
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
    const [x, y] = cornerOf(layout, [0, 0], 0);
    const size = { width: layout.columns * unit, height: layout.rows * unit };
    const paper = shape("rect", { x, y, ...size });
    paper.style.fill = "#fff"; // 0 means white paper, also on a dark page
    for (const square of this.#squares.flat()) square.style.fill = "#000";
    this.svg.append(
      paper,
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
export function makePointer(svg, layout, current, choose) {
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
