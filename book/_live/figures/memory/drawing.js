// A large image to flip pixels of, three recalled ones beside it, and the stored ones below.
import { placeAfter } from "../kit/cells.js";
import { word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { hit } from "./geometry.js";

/** @typedef {import("../kit/cells.js").Place} Place */
/** @typedef {import("./geometry.js").Pane} Pane */
/** @typedef {import("./geometry.js").Recalled} Recalled */
/**
 * @typedef {object} MemoryLayout
 * @property {[number, number]} size rows and columns
 * @property {Pane[]} panes
 * @property {[string, number, number, string][]} words
 * @property {[number, number, number, number]} frame left, bottom, right, top
 */
/**
 * @typedef {object} Shown
 * @property {number[]} probe
 * @property {boolean[]} flipped
 * @property {Recalled} found
 * @property {number} stored
 * @property {number} shown
 * @property {Place} at
 */

const DOT = 2.8; // points
const BESIDE = 0.2; // units from an image to its name

export class MemoryDrawing {
  #layout;
  #unit;
  #panes;
  #dots;
  #mark;
  #lines;
  #frame;

  /**
   * @param {MemoryLayout} layout
   * @param {import("../kit/widget.js").Place} place
   * @param {number[][]} patterns
   */
  constructor(layout, place, patterns) {
    this.#layout = layout;
    const [left, , right] = layout.frame;
    this.#unit = place.width / (right - left);
    const viewBox = `0 0 ${place.width} ${place.height}`;
    this.svg = shape("svg", { viewBox, class: "memory-drawing", tabindex: 0 });
    this.#panes = layout.panes.slice(0, 4).map((pane) => this.#cells(pane));
    const [large, ...small] = layout.panes.slice(0, 1).concat(layout.panes.slice(4));
    const side = (this.#unit * large[2]) / layout.size[0];
    this.#dots = this.#panes[0].map((_, i) => {
      const [x, y] = this.#corner([Math.floor(i / layout.size[1]), i % layout.size[1]]);
      const at = { cx: x + side / 2, cy: y + side / 2, r: DOT };
      return shape("circle", { ...at, class: "memory-flipped" });
    });
    this.#mark = shape("rect", { width: side, height: side, class: "memory-mark" });
    this.#lines = small.map(([x, y, width]) => {
      const [u, v] = this.#at([x, y + width + 0.12]);
      return shape("path", { d: `M${u} ${v}h${width * this.#unit}`, class: "memory-stored" });
    });
    this.#frame = shape("rect", { class: "memory-shown" });
    const images = small.map((pane, k) => this.#still(pane, patterns[k]));
    const papers = layout.panes.map((pane) => this.#paper(pane));
    const names = layout.words.map(([text, , y, color], k) => {
      const [left, , side] = layout.panes[k + 1];
      return word(this.#at([left + side + BESIDE, -y + 0.15]), text, color);
    });
    this.svg.append(
      ...papers,
      ...this.#panes.flat(),
      ...images,
      ...this.#lines,
      ...layout.panes.map((pane) => this.#edge(pane)),
      this.#frame,
      ...this.#dots,
      this.#mark,
      ...names,
    );
  }

  /** @param {[number, number]} point in units, downward @returns {[number, number]} in points */
  #at([x, y]) {
    const [left, , , top] = this.#layout.frame;
    return [(x - left) * this.#unit, (y + top) * this.#unit];
  }

  /** @param {Place} place @returns {[number, number]} corner of a pixel of the large image */
  #corner([row, column]) {
    const [left, top, side] = this.#layout.panes[0];
    const [rows, columns] = this.#layout.size;
    return this.#at([left + (column * side) / columns, top + (row * side) / rows]);
  }

  /** @param {Pane} pane @returns {Record<string, number>} */
  #box([left, top, side]) {
    const [x, y] = this.#at([left, top]);
    return { x, y, width: side * this.#unit, height: side * this.#unit };
  }

  /** @param {Pane} pane @returns {SVGElement} white, also on a dark page */
  #paper(pane) {
    const paper = shape("rect", this.#box(pane));
    paper.style.fill = "#fff";
    return paper;
  }

  /** @param {Pane} pane @returns {SVGElement} */
  #edge(pane) {
    return shape("rect", { ...this.#box(pane), class: "memory-edge" });
  }

  /** @param {Pane} pane @returns {SVGElement[]} a square for each pixel */
  #cells([left, top, side]) {
    const [rows, columns] = this.#layout.size;
    return Array.from({ length: rows * columns }, (_, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      const at = this.#at([left + (column * side) / columns, top + (row * side) / rows]);
      const [width, height] = [(side * this.#unit) / columns, (side * this.#unit) / rows];
      const cell = shape("rect", { x: at[0], y: at[1], width, height });
      cell.style.fill = "#000";
      return cell;
    });
  }

  /** @param {Pane} pane @param {number[]} pattern @returns {SVGElement} its ink as one path */
  #still([left, top, side], pattern) {
    const columns = this.#layout.size[1];
    const step = side / columns;
    const size = (step * this.#unit).toFixed(2);
    const d = pattern.map((entry, i) => {
      if (entry < 0) return "";
      const [x, y] = this.#at([left + (i % columns) * step, top + Math.floor(i / columns) * step]);
      return `M${x.toFixed(2)} ${y.toFixed(2)}h${size}v${size}h-${size}z`;
    });
    const ink = shape("path", { d: d.join("") });
    ink.style.fill = "#000";
    return ink;
  }

  /** @param {Shown} state */
  show({ probe, flipped, found, stored, shown, at }) {
    [probe, found.hebb, found.signs, found.projection].forEach((values, k) => {
      values.forEach((value, i) => {
        const ink = (1 + Math.max(-1, Math.min(1, value))) / 2;
        this.#panes[k][i].style.fillOpacity = ink.toFixed(3);
      });
    });
    const display = (/** @type {boolean} */ is) => (is ? "inline" : "none");
    for (const [i, dot] of this.#dots.entries()) dot.setAttribute("display", display(flipped[i]));
    for (const [k, line] of this.#lines.entries())
      line.setAttribute("display", display(k < stored));
    for (const [name, value] of Object.entries(this.#box(this.#layout.panes[4 + shown]))) {
      this.#frame.setAttribute(name, `${value}`);
    }
    const [x, y] = this.#corner(at);
    this.#mark.setAttribute("x", `${x}`);
    this.#mark.setAttribute("y", `${y}`);
  }

  /** @param {PointerEvent} event @returns {ReturnType<typeof hit>} what lies under the pointer */
  under(event) {
    const { panes, size, frame } = this.#layout;
    const box = this.svg.getBoundingClientRect();
    const scale = (frame[2] - frame[0]) / box.width;
    const x = (event.clientX - box.left) * scale + frame[0];
    const y = (event.clientY - box.top) * scale - frame[3];
    return hit(panes, { rows: size[0], columns: size[1] }, [x, y]);
  }
}

/**
 * Call back when a pixel is pressed or drawn over, a stored image is pressed, or a key walks or flips.
 * @param {MemoryDrawing} drawing
 * @param {{ rows: number, columns: number }} size
 * @param {() => Place} current
 * @param {{ press: (at: Place) => void, draw: (at: Place) => void, choose: (k: number) => void,
 *   walk: (at: Place) => void, flip: () => void }} actions
 */
export function takePointer(drawing, size, current, { press, draw, choose, walk, flip }) {
  let isDown = false;
  const take = (/** @type {PointerEvent} */ event) => {
    const found = drawing.under(event);
    if (found && "stored" in found) choose(found.stored);
    if (!found || !("pixel" in found)) return;
    isDown = event.type === "pointerdown";
    press(found.pixel);
  };
  drawing.svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.isPrimary && event.button === 0) take(event);
  });
  drawing.svg.addEventListener("click", (event) => {
    // a finger that scrolls the page presses, too, but does not click
    if (/** @type {PointerEvent} */ (event).pointerType === "touch") {
      take(/** @type {PointerEvent} */ (event));
    }
  });
  drawing.svg.addEventListener("pointermove", (event) => {
    const found = isDown && event.isPrimary ? drawing.under(event) : null;
    if (found && "pixel" in found) draw(found.pixel);
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"])) {
    drawing.svg.addEventListener(end, () => {
      isDown = false;
    });
  }
  drawing.svg.addEventListener("keydown", (event) => {
    const to = placeAfter(current(), event, size);
    if (!to && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (to) walk(to);
    else flip();
  });
}
