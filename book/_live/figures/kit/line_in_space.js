// A line in a box around the origin, its nearest point, and the plane of all ways across to it.
// Nothing here draws.
import * as space from "./space_geometry.js";
import { floatsInSpace } from "./vectors.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./space_geometry.js").Piece} Piece */
/** @typedef {import("./space_geometry.js").Plane} Plane */
/** @typedef {import("./space_geometry.js").Point} Point */
/** @typedef {{ nearest: Rational[], direction: Rational[] }} Line */

const CORNER = 0.09; // side of the right angle's square, as a part of the box

/** @param {Line} line @returns {Plane} the plane of all perpendiculars through the origin */
export function acrossPlane({ direction }) {
  return { normal: space.unit(floatsInSpace(direction)), offset: 0 };
}

/** @param {Point} nearest @param {Point} direction @param {number} half @returns {Piece[]} */
export function rightAngle(nearest, direction, half) {
  const side = CORNER * half;
  const start = space.along(nearest, side, space.unit(direction));
  const back = space.unit(nearest);
  const middle = space.along(start, -side, back);
  const end = space.along(nearest, -side, back);
  return [
    { name: "corner", points: [start, middle] },
    { name: "corner", points: [middle, end] },
  ];
}

/** @param {number} half @returns {Piece[]} the edges of the box and the axes */
export function boxAndAxes(half) {
  const axes = [0, 1, 2].map((i) =>
    [-half, half].map((end) => {
      const point = [0, 0, 0];
      point[i] = end;
      return /** @type {Point} */ (point);
    }),
  );
  return [
    ...space.boxEdges(half).map((points) => ({ name: "box", points })),
    ...axes.map((points) => ({ name: "axis", points })),
  ];
}
