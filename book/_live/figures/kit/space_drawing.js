// Paint pieces of space into an SVG, each as one path. A frame sets two attributes a path and makes
// none anew, so turning costs a millisecond or two.
import { writeWord } from "./letters.js";
import { outline, shape } from "./svg.js";

/** @typedef {import("./space_geometry.js").Piece} Piece */
/** @typedef {[number, number]} Pixel */
/** @typedef {{ text: string, at: Pixel, toward: Pixel, color: string, vectors?: string }} Word */

const FACES = new Set(["blue", "green"]);
const MARKS = new Set(["origin", "nearest", "solution", "tip"]);
const LETTER = 5.8; // width of a letter, on average
const GAP = 9; // between a point and the middle of its word, beside half of the word
const RISE = 4; // more above and below, where letters reach down

/**
 * The paths of a piece: class and outline.
 * @param {string} name
 * @param {Pixel[]} pixels
 * @returns {[string, string][]}
 */
function paths(name, pixels) {
  if (MARKS.has(name)) return [[`space-${name}`, `${outline(pixels)}h0`]];
  if (!FACES.has(name)) return [[`space-${name}`, outline(pixels)]];
  const face = `${outline(pixels)}Z`;
  return [
    ["space-paper", face],
    [`space-face space-${name}`, face],
  ];
}

export class SpaceDrawing {
  #parts = shape("g", {});
  #words = shape("g", {});
  #width;
  /** @type {string[]} */
  #written = [];

  /**
   * @param {number} width of the picture in points
   * @param {number} height
   */
  constructor(width, height) {
    this.#width = width;
    this.svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, class: "space-drawing" });
    this.svg.append(this.#parts, this.#words);
  }

  /**
   * @param {Piece[]} order from back to front
   * @param {(point: import("./space_geometry.js").Point) => Pixel} place
   */
  paint(order, place) {
    const wanted = order.flatMap(({ name, points }) => paths(name, points.map(place)));
    while (this.#parts.childElementCount < wanted.length) {
      this.#parts.append(shape("path", {}));
    }
    while (this.#parts.childElementCount > wanted.length) this.#parts.lastElementChild?.remove();
    let part = this.#parts.firstElementChild;
    for (const [style, d] of wanted) {
      part?.setAttribute("class", style);
      part?.setAttribute("d", d);
      part = part?.nextElementSibling ?? null;
    }
  }

  /**
   * Write words beside their points, on the side given, but inside the picture.
   * @param {Word[]} words
   */
  write(words) {
    while (this.#words.childElementCount < words.length) {
      this.#words.append(shape("text", {}));
    }
    words.forEach(({ text, at, toward, color, vectors = "" }, i) => {
      const part = /** @type {SVGElement} */ (this.#words.children[i]);
      const size = Math.hypot(...toward) || 1;
      const gap = GAP + (RISE * Math.abs(toward[1])) / size;
      const [x, y] = at.map((c, k) => c + (gap * toward[k]) / size);
      const side = toward[0] / size;
      const before = side > 0.3 ? 0 : side < -0.3 ? 1 : 0.5; // part of the word before the place
      const room = LETTER * text.length;
      const start = Math.max(0, Math.min(this.#width - room, x - before * room));
      part.setAttribute("text-anchor", ["start", "middle", "end"][2 * before]);
      part.setAttribute("x", (start + before * room).toFixed(1));
      part.setAttribute("y", (y + 4).toFixed(1));
      part.setAttribute("class", `figure-word space-word-${color}`);
      if (this.#written[i] !== text) writeWord(part, text, vectors);
      this.#written[i] = text;
    });
    while (this.#words.childElementCount > words.length) this.#words.lastElementChild?.remove();
    this.#written.length = words.length;
  }
}
