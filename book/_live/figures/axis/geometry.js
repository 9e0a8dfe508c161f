// Points, an axis through their mean, and how their variance splits along it and across it.
// Nothing here draws.
import { rounded } from "../kit/notation.js";

/** @typedef {[number, number]} Point */
/**
 * @typedef {object} Spread
 * @property {Point} mean
 * @property {number} total of the two variances
 * @property {number} most variance along any axis
 * @property {number} best angle of that axis in degrees, from 0 up to 180
 * @property {(degrees: number) => number} along variance along an axis
 */

const DEGREE = Math.PI / 180;

/** @param {number} degrees @returns {Point} */
export function directionOf(degrees) {
  return [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
}

/**
 * The same axis by an angle from 0 up to 180 degrees.
 * @param {number} degrees
 * @returns {number}
 */
export function halfTurn(degrees) {
  return ((degrees % 180) + 180) % 180;
}

/**
 * How points vary; two points or more.
 * @param {Point[]} points
 * @returns {Spread}
 */
export function spreadOf(points) {
  const mean = /** @type {Point} */ (
    [0, 1].map((i) => points.reduce((sum, point) => sum + point[i], 0) / points.length)
  );
  const [xx, xy, yy] = [
    [0, 0],
    [0, 1],
    [1, 1],
  ].map(
    ([i, j]) =>
      points.reduce((sum, point) => sum + (point[i] - mean[i]) * (point[j] - mean[j]), 0) /
      (points.length - 1),
  );
  return {
    mean,
    total: xx + yy,
    most: (xx + yy + Math.hypot(xx - yy, 2 * xy)) / 2,
    best: halfTurn(Math.atan2(2 * xy, xx - yy) / 2 / DEGREE),
    along: (degrees) => {
      const [c, s] = directionOf(degrees);
      return c * c * xx + 2 * c * s * xy + s * s * yy;
    },
  };
}

/**
 * The foot of the perpendicular from a point to the axis.
 * @param {Point} point
 * @param {Point} mean
 * @param {Point} direction of length 1
 * @returns {Point}
 */
export function footOf(point, mean, [c, s]) {
  const step = c * (point[0] - mean[0]) + s * (point[1] - mean[1]);
  return [mean[0] + c * step, mean[1] + s * step];
}

/**
 * What the figure says in words; the two parts add up as they are shown.
 * @param {Spread} spread
 * @param {number} degrees
 * @returns {[string, string][]}
 */
export function readout(spread, degrees) {
  const digits = spread.total >= 100 ? 1 : spread.total >= 1 ? 2 : 4;
  const [along, total] = [spread.along(degrees), spread.total];
  const shown = [along, total].map((value) => Number(value.toFixed(digits)));
  const share = rounded((100 * along) / total, 1);
  const most = rounded((100 * spread.most) / total, 1);
  const isBest = share === most;
  return [
    ["Axis", `${degrees}° from the horizontal`],
    ["Variance along the axis", rounded(shown[0], digits)],
    ["Variance across it", rounded(shown[1] - shown[0], digits)],
    ["Together", rounded(shown[1], digits)],
    ["Share along", isBest ? `${share} %, the largest possible` : `${share} %`],
  ];
}
