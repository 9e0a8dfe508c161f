// Paint pieces of space into an SVG, each as one path. A frame sets two attributes a path and makes
// none anew, so turning costs a millisecond or two.

/** @typedef {import("./space_geometry.js").Piece} Piece */
/** @typedef {[number, number]} Pixel */
/** @typedef {{ text: string, at: Pixel, toward: Pixel, color: string }} Word */

const SVG = "http://www.w3.org/2000/svg";
const FACES = new Set(["blue", "green"]);
const MARKS = new Set(["origin", "nearest", "solution", "tip"]);
const LETTER = 5.8; // width of a letter, on average
const GAP = 9; // between a point and the middle of its word, beside half of the word

/** @param {Pixel[]} pixels @returns {string} */
function path(pixels) {
  return `M${pixels.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}`;
}

/**
 * The paths of a piece: class and outline.
 * @param {string} name
 * @param {Pixel[]} pixels
 * @returns {[string, string][]}
 */
function paths(name, pixels) {
  if (MARKS.has(name)) return [[`space-${name}`, `${path(pixels)}h0`]];
  if (!FACES.has(name)) return [[`space-${name}`, path(pixels)]];
  const outline = `${path(pixels)}Z`;
  return [
    ["space-paper", outline],
    [`space-face space-${name}`, outline],
  ];
}

export class SpaceDrawing {
  #parts = document.createElementNS(SVG, "g");
  #words = document.createElementNS(SVG, "g");
  #width;

  /**
   * @param {number} width of the picture in points
   * @param {number} height
   */
  constructor(width, height) {
    this.#width = width;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("class", "space-drawing");
    this.svg.append(this.#parts, this.#words);
  }

  /**
   * @param {Piece[]} order from back to front
   * @param {(point: import("./space_geometry.js").Point) => Pixel} place
   */
  paint(order, place) {
    const wanted = order.flatMap(({ name, points }) => paths(name, points.map(place)));
    while (this.#parts.childElementCount < wanted.length) {
      this.#parts.append(document.createElementNS(SVG, "path"));
    }
    while (this.#parts.childElementCount > wanted.length) this.#parts.lastElementChild?.remove();
    let shape = this.#parts.firstElementChild;
    for (const [style, outline] of wanted) {
      shape?.setAttribute("class", style);
      shape?.setAttribute("d", outline);
      shape = shape?.nextElementSibling ?? null;
    }
  }

  /**
   * Write words beside their points, on the side given, but inside the picture.
   * @param {Word[]} words
   */
  write(words) {
    while (this.#words.childElementCount < words.length) {
      this.#words.append(document.createElementNS(SVG, "text"));
    }
    words.forEach(({ text, at, toward, color }, i) => {
      const shape = this.#words.children[i];
      const size = Math.hypot(...toward) || 1;
      const [x, y] = at.map((c, k) => c + (GAP * toward[k]) / size);
      const side = toward[0] / size;
      const before = side > 0.3 ? 0 : side < -0.3 ? 1 : 0.5; // part of the word before the place
      const room = LETTER * text.length;
      const start = Math.max(0, Math.min(this.#width - room, x - before * room));
      shape.setAttribute("text-anchor", ["start", "middle", "end"][2 * before]);
      shape.setAttribute("x", (start + before * room).toFixed(1));
      shape.setAttribute("y", (y + 4).toFixed(1));
      shape.setAttribute("class", `figure-word space-word-${color}`);
      if (shape.textContent !== text) shape.textContent = text;
    });
    while (this.#words.childElementCount > words.length) this.#words.lastElementChild?.remove();
  }
}
