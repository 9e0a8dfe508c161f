// Where words stand beside their points: of eight places near by the first free one, kept until it is
// taken; where lines crowd, one a little farther away. Nothing here draws.

/** @typedef {import("./svg.js").Point} Point */
/** @typedef {[Point, Point]} Segment on the sheet */
/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

const GAPS = [6, 13, 20]; // points between a point and its word
const FARTHER = 0.3; // what each larger gap costs: less than a line that is hidden
const HEIGHT = 12;
const RIM = 1.5; // points that a line reaches beyond its middle, and a letter beyond its box
const DISC = 4; // radius of a point
/** @type {[RegExp, number][]} letters, and their width in points; of others it is LETTER */
const WIDTHS = [
  [/[mwMWN]/u, 9.8],
  [/[ijltfrI.,:;'()[\]/ ]/u, 4.2],
  [/[₀-₉⁰¹²³⁴-⁹ᵢⱼ]/u, 4.6],
  [/\p{M}/u, 0], // an accent stands on its letter
];
const LETTER = 6.5;
const AROUND = [-45, -135, 45, 135, 0, 180, -90, 90].map((degrees) => (degrees * Math.PI) / 180);

/** @param {Segment} segment @param {Box} box @returns {boolean} whether the segment meets the box */
export function meets([[x, y], [u, v]], [left, top, right, bottom]) {
  let [first, last] = [0, 1];
  for (const [from, to, low, high] of [
    [x, u, left, right],
    [y, v, top, bottom],
  ]) {
    if (from === to) {
      if (from < low || from > high) return false;
      continue;
    }
    const ways = [(low - from) / (to - from), (high - from) / (to - from)];
    first = Math.max(first, Math.min(...ways));
    last = Math.min(last, Math.max(...ways));
  }
  return first <= last;
}

/** @param {Box} a @param {Box} b @returns {boolean} */
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** @param {Point} at the middle of a disc @returns {Segment[]} that words keep clear of as of a line */
export function around([x, y]) {
  return [
    [
      [x - DISC, y],
      [x + DISC, y],
    ],
    [
      [x, y - DISC],
      [x, y + DISC],
    ],
  ];
}

/** @param {Point} at @param {number} width @param {number} turn @param {number} gap @returns {Box} */
function boxAt([x, y], width, turn, gap) {
  const [across, down] = [Math.cos(turn), Math.sin(turn)];
  const reach = (/** @type {number} */ part, /** @type {number} */ size) =>
    Math.abs(part) < 0.1 ? 0 : Math.sign(part) * (gap * Math.abs(part) + size / 2);
  const [u, v] = [x + reach(across, width), y + reach(down, HEIGHT)];
  return [u - width / 2, v - HEIGHT / 2, u + width / 2, v + HEIGHT / 2];
}

/** @param {string} text @returns {number} its width in points, as the page writes it in a figure */
export function widthOf(text) {
  const widths = [...text].map((letter) => WIDTHS.find(([some]) => some.test(letter))?.[1]);
  return widths.reduce((/** @type {number} */ sum, width) => sum + (width ?? LETTER), 0);
}

/** @param {Point[]} points of a line @returns {Segment[]} its pieces */
export function pieces(points) {
  return points.slice(1).map((point, k) => [points[k], point]);
}

export class LabelPlaces {
  #inside;
  /** @type {Segment[]} */
  #segments = [];
  /** @type {Box[]} */
  #taken = [];
  /** @type {Map<string, number>} */
  #kept = new Map();

  /**
   * @param {{ width: number, height: number }} size of the sheet
   * @param {Box} [inside] the part of it that words keep within
   */
  constructor({ width, height }, inside = [0, 0, width, height]) {
    this.#inside = inside;
  }

  /** @param {Segment[]} segments that words keep clear of, in the drawing that begins */
  begin(segments) {
    this.#segments = segments;
    this.#taken = [];
  }

  /**
   * @param {Point} at the point on the sheet
   * @param {string} text
   * @param {string} [name] by which the place is kept
   * @returns {Point} where the middle of the text's base line stands
   */
  place(at, text, name = text[0]) {
    const width = widthOf(text);
    const boxes = GAPS.flatMap((gap) => AROUND.map((turn) => boxAt(at, width, turn, gap)));
    const costs = boxes.map((box, k) => this.#cost(box) + FARTHER * Math.floor(k / AROUND.length));
    const kept = this.#kept.get(name) ?? 0;
    const best = costs[kept] === Math.min(...costs) ? kept : costs.indexOf(Math.min(...costs));
    this.#kept.set(name, best);
    this.#taken.push(boxes[best]);
    const [left, , right, bottom] = boxes[best];
    return [(left + right) / 2, bottom - 2.5];
  }

  /**
   * @param {Point[]} middles of a text's base line
   * @param {string} text
   * @returns {Point} the first of them where least is hidden
   */
  choose(middles, text) {
    const half = widthOf(text) / 2;
    const boxes = middles.map(([x, y]) => /** @type {Box} */ ([x - half, y - 9, x + half, y + 3]));
    const costs = boxes.map((box) => this.#cost(box));
    const best = costs.indexOf(Math.min(...costs));
    this.#taken.push(boxes[best]);
    return middles[best];
  }

  /** @param {Box} box @returns {number} how much a word there would hide or be cut */
  #cost(box) {
    const [left, top, right, bottom] = this.#inside;
    const isCut = box[0] < left || box[1] < top || box[2] > right || box[3] > bottom;
    const words = this.#taken.filter((other) => overlap(box, other)).length;
    const rim = /** @type {Box} */ (box.map((edge, k) => edge + (k < 2 ? -RIM : RIM)));
    const lines = this.#segments.filter((segment) => meets(segment, rim)).length;
    return (isCut ? 8 : 0) + 4 * words + lines;
  }
}
