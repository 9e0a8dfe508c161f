// The Gaussian kernel of places on a line, and points that share a place. Nothing here draws.

/** @typedef {import("../../shared/rational.js").Rational} Rational */

/** @param {number} x @param {number} z @param {number} length @returns {number} */
export function gaussian(x, z, length) {
  return Math.exp(-((x - z) ** 2) / (2 * length ** 2));
}

/**
 * The places of the points, each once, and which points stand there.
 * @param {Rational[][]} points
 * @returns {{ place: Rational, members: number[] }[]}
 */
export function placesOf(points) {
  /** @type {Map<string, { place: Rational, members: number[] }>} */
  const found = new Map();
  points.forEach(([x], i) => {
    const key = x.toFraction();
    const known = found.get(key);
    if (known) known.members.push(i);
    else found.set(key, { place: x, members: [i] });
  });
  return [...found.values()];
}
