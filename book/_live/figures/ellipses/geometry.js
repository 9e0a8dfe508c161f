// Blocks of rows with two entries: their products, the ellipses of these, and what is kept of the
// rows. Nothing here draws.

/** @typedef {import("../kit/svg.js").Point} Point */
/** @typedef {[number, number, number]} Products of the first column with itself, of both, of the second */
/**
 * @typedef {object} Blocks
 * @property {Point[][]} blocks of rows, whole numbers
 * @property {number} count of the blocks that have been read, at least 1
 * @property {Point} direction whole numbers, not both zero
 */

const STEPS = 72;

/** @param {Point[]} rows @returns {Products} */
export function products(rows) {
  /** @type {Products} */
  const start = [0, 0, 0];
  return rows.reduce(([a, b, c], [x, y]) => [a + x * x, b + x * y, c + y * y], start);
}

/** @param {Products} G @param {Point} v @returns {number} the squared length of Xv */
export function square([a, b, c], [x, y]) {
  return a * x * x + 2 * b * x * y + c * y * y;
}

/** @param {Products} G @returns {Point[]} its ellipse, closed: a segment for parallel rows */
export function ellipse([a, b, c]) {
  const first = Math.sqrt(a);
  const second = a ? b / first : 0;
  const rest = Math.sqrt(a ? Math.max(a * c - b * b, 0) / a : c);
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const turn = (2 * Math.PI * k) / STEPS;
    return [first * Math.cos(turn), second * Math.cos(turn) + rest * Math.sin(turn)];
  });
}

/** @param {Products} G @returns {Point} half the long and half the short axis: singular values */
export function halfAxes([a, b, c]) {
  const [mean, part] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
  return [Math.sqrt(mean + part), Math.sqrt(Math.max((a * c - b * b) / (mean + part || 1), 0))];
}

/**
 * How far an ellipse reaches in a direction.
 * @param {Products} G
 * @param {Point} v
 * @returns {[] | [Point, Point]} its farthest point, and the foot of that on the line of v
 */
export function reach(G, v) {
  const [a, b, c] = G;
  const length = Math.sqrt(square(G, v));
  if (!length) return [];
  const share = length / (v[0] ** 2 + v[1] ** 2);
  return [
    [(a * v[0] + b * v[1]) / length, (b * v[0] + c * v[1]) / length],
    [share * v[0], share * v[1]],
  ];
}

/**
 * @param {Blocks} state
 * @returns {{ rows: [Point[], Point[]], before: Products, block: Products, all: Products }} the
 *   rows read before and now, and the products of both and together
 */
export function parts({ blocks, count }) {
  const rows = /** @type {[Point[], Point[]]} */ ([
    blocks.slice(0, count - 1).flat(),
    blocks[count - 1],
  ]);
  return {
    rows,
    before: products(rows[0]),
    block: products(rows[1]),
    all: products(rows.flat()),
  };
}

/** @param {number} value @returns {string} with a real minus */
function written(value) {
  return String(value).replace("-", "−");
}

/** @param {number} value @returns {string} two digits, if it has so many */
function rounded(value) {
  return written(Number(value.toFixed(2)));
}

/**
 * What the figure says in words.
 * @param {Blocks} state
 * @returns {[string, string][]}
 */
export function readout(state) {
  const { rows, before, block, all } = parts(state);
  const v = state.direction;
  const [one, other, both] = [before, block, all].map((G) => square(G, v));
  const read = rows[0].length + rows[1].length;
  const [long, short] = halfAxes(all);
  return [
    ["Squared length of Xv", `${one} + ${other} = ${both}`],
    ["Kept", `3 numbers of the ${2 * read} that were read once`],
    ["Direction", `v = (${v.map(written).join(", ")})`],
    ["Blocks", `${state.count} of ${state.blocks.length}, ${read} rows`],
    ["Products", `${all[0]} and ${all[2]} of the columns, ${written(all[1])} of both`],
    ["Half axes", `${rounded(long)} and ${rounded(short)}, the singular values of X`],
  ];
}
