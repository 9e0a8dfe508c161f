// A function's curve as the paths of it that are in view. Nothing here draws.

/** @typedef {import("./plane_frame.js").Frame} Frame */
/** @typedef {import("./svg.js").Point} Point */

const COUNT = 160; // of the steps

/**
 * @param {(x: number) => number} valueAt
 * @param {Frame} view
 * @returns {Point[][]} each path ends where the curve leaves the view
 */
export function curveInView(valueAt, [left, bottom, right, top]) {
  /** @type {Point[][]} */
  const paths = [[]];
  /** @type {Point | null} */
  let before = null;
  for (let k = 0; k <= COUNT; k += 1) {
    const x = left + ((right - left) * k) / COUNT;
    const y = valueAt(x);
    const isIn = y >= bottom && y <= top;
    const wasIn = before !== null && before[1] >= bottom && before[1] <= top;
    if (before && isIn !== wasIn) {
      const edge = (isIn ? before[1] : y) > top ? top : bottom;
      const share = (edge - before[1]) / (y - before[1]);
      paths[paths.length - 1].push([before[0] + share * (x - before[0]), edge]);
      if (!isIn) paths.push([]);
    }
    if (isIn) paths[paths.length - 1].push([x, y]);
    before = [x, y];
  }
  return paths.filter((path) => path.length > 1);
}
