// A memory made of a matrix: what Hebb's rule and the projection recall from a pattern with flipped
// pixels, with numbers or with signs. Nothing here draws.

/** @typedef {import("../kit/cells.js").Place} Place */
/** @typedef {[left: number, top: number, side: number]} Pane in units of the drawing */
/**
 * @typedef {object} MemoryState
 * @property {number} stored how many patterns, from the first
 * @property {number} shown which pattern is shown, from 0
 * @property {boolean[]} flipped for each pixel
 */
/** @typedef {{ hebb: number[], signs: number[], projection: number[] }} Recalled */

const TINY = 1e-9; // what is left of a dependent pattern is rounding
const ZERO = 1e-12; // part of the largest entry up to which a sign is that of rounding
const MOST = 1000;

/** @param {string} bits "1" for ink @returns {number[]} 1 and −1 */
export function signsOf(bits) {
  return [...bits].map((bit) => (bit === "1" ? 1 : -1));
}

/** @param {number[]} a @param {number[]} b @returns {number} */
function dot(a, b) {
  return a.reduce((sum, entry, i) => sum + entry * b[i], 0);
}

/** @param {number[][]} rows @returns {number[][]} perpendicular unit vectors with the same span */
export function basisOf(rows) {
  /** @type {number[][]} */
  const basis = [];
  for (const row of rows) {
    let rest = row;
    for (const unit of [...basis, ...basis]) {
      const part = dot(unit, rest);
      rest = rest.map((entry, i) => entry - part * unit[i]);
    }
    const length = Math.sqrt(dot(rest, rest));
    if (length > TINY * Math.sqrt(dot(row, row))) basis.push(rest.map((entry) => entry / length));
  }
  return basis;
}

/** @param {number[][]} rows @param {number[]} x @returns {number[]} the sum of rows times x·row */
function combined(rows, x) {
  const parts = rows.map((row) => dot(row, x));
  return x.map((_, i) => rows.reduce((sum, row, k) => sum + parts[k] * row[i], 0));
}

/** @param {number[][]} patterns @param {number[]} x @returns {number[]} XᵀX x/d */
export function hebb(patterns, x) {
  return combined(patterns, x).map((entry) => entry / x.length);
}

/** @param {number[][]} patterns @param {number[]} x @returns {number[]} X⁺X x */
export function projection(patterns, x) {
  return combined(basisOf(patterns), x);
}

/**
 * Take signs, step by step, until nothing changes; an entry of 0 decides nothing.
 * @param {(x: number[]) => number[]} step
 * @param {number[]} x
 * @returns {number[]}
 */
export function settled(step, x) {
  let now = x;
  for (let round = 0; round < MOST; round += 1) {
    const found = step(now);
    const least = ZERO * Math.max(...found.map(Math.abs));
    const before = now;
    now = found.map((entry, i) => (Math.abs(entry) > least ? Math.sign(entry) : before[i]));
    if (now.every((entry, i) => entry === before[i])) break;
  }
  return now;
}

/** @param {number[][]} patterns @param {MemoryState} state @returns {number[]} what is shown */
export function probeOf(patterns, { shown, flipped }) {
  return patterns[shown].map((entry, i) => (flipped[i] ? -entry : entry));
}

/** @param {number[][]} patterns all @param {MemoryState} state @returns {Recalled} */
export function recalled(patterns, state) {
  const kept = patterns.slice(0, state.stored);
  const probe = probeOf(patterns, state);
  return {
    hebb: hebb(kept, probe),
    signs: settled((x) => hebb(kept, x), probe),
    projection: projection(kept, probe),
  };
}

/** @param {number[]} found @param {number[]} wanted @returns {number} entries of the wrong sign */
export function wrong(found, wanted) {
  return found.filter((entry, i) => Math.sign(entry) !== wanted[i]).length;
}

/**
 * The pixels that the first steps of an order flip.
 * @param {number[]} order
 * @param {number} count
 * @returns {boolean[]}
 */
export function firstOf(order, count) {
  const chosen = new Set(order.slice(0, count));
  return order.map((_, i) => chosen.has(i));
}

/**
 * What the figure says in words.
 * @param {number[][]} patterns
 * @param {MemoryState} state
 * @returns {[string, string][]}
 */
export function readout(patterns, state) {
  const truth = patterns[state.shown];
  const found = recalled(patterns, state);
  const kept = patterns.slice(0, state.stored);
  const again = settled((x) => projection(kept, x), probeOf(patterns, state));
  const flips = state.flipped.filter(Boolean).length;
  const pixels = (/** @type {number} */ count) => `${count} ${count === 1 ? "pixel" : "pixels"}`;
  const known = state.shown < state.stored ? "" : ", which is not stored";
  const miss = found.projection.map((entry, i) => entry - truth[i]);
  return [
    ["Shown", `pattern ${state.shown} with ${pixels(flips)} flipped${known}`],
    [
      "Wrong pixels",
      `Hebb ${wrong(found.signs, truth)}, projection ${wrong(again, truth)}, with signs`,
    ],
    [
      "Wrong signs after one step",
      `Hebb ${wrong(found.hebb, truth)}, projection ${wrong(found.projection, truth)}`,
    ],
    [
      "Distance of the projection",
      `${Math.sqrt(dot(miss, miss)).toFixed(2)} of ${(2 * Math.sqrt(flips)).toFixed(2)}`,
    ],
  ];
}

/**
 * The pixel of the large image, or the stored image, under a point of the drawing.
 * @param {Pane[]} panes
 * @param {{ rows: number, columns: number }} size
 * @param {[number, number]} at in units of the drawing, downward
 * @returns {{ pixel: Place } | { stored: number } | null}
 */
export function hit(panes, { rows, columns }, [x, y]) {
  const inside = ([left, top, side]) => x >= left && x < left + side && y >= top && y < top + side;
  const [[left, top, side]] = panes;
  if (inside(panes[0])) {
    return {
      pixel: [Math.floor(((y - top) / side) * rows), Math.floor(((x - left) / side) * columns)],
    };
  }
  const stored = panes.slice(4).findIndex(inside);
  return stored < 0 ? null : { stored };
}
