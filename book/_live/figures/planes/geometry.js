// What of two planes is drawn. Nothing here draws.
import { isZero } from "../../shared/matrix.js";
import { boxAndAxes, rightAngle } from "../kit/line_in_space.js";
import * as space from "../kit/space_geometry.js";
import { floatsInSpace } from "../kit/vectors.js";

/** @typedef {import("../kit/space_geometry.js").Piece} Piece */
/** @typedef {import("../kit/space_geometry.js").Plane} Plane */
/** @typedef {import("../kit/space_geometry.js").Point} Point */
/** @typedef {import("../kit/two_planes.js").PlanesFacts} PlanesFacts */
/** @typedef {import("../kit/two_planes.js").PlanesState} PlanesState */

/**
 * The planes as the drawing needs them; one if both equations describe the same.
 * @param {PlanesState} state
 * @param {PlanesFacts} facts
 * @returns {Plane[]}
 */
export function drawnPlanes({ A, b }, facts) {
  const planes = A.map((row, i) => {
    const length = Math.hypot(...row.map(Number));
    return { normal: space.unit(floatsInSpace(row)), offset: b[i].valueOf() / length };
  });
  return facts.kind === "same" ? planes.slice(0, 1) : planes;
}

/**
 * What is drawn, in the order of painting where nothing else decides.
 * @param {PlanesFacts} facts
 * @param {Plane[]} planes
 * @param {number} half
 * @returns {Piece[]}
 */
export function pieces(facts, planes, half) {
  /** @type {Point} */
  const origin = [0, 0, 0];
  const faces = planes.map((plane, i) => ({
    name: i === 0 ? "blue" : "green",
    points: space.faceInBox(plane, half),
  }));
  const found = [...boxAndAxes(half), ...faces.filter(({ points }) => points.length > 0)];
  if (facts.kind === "line" && facts.nearest && facts.direction) {
    const [nearest, direction] = [facts.nearest, facts.direction].map(floatsInSpace);
    found.push({ name: "line", points: space.lineInBox(nearest, direction, half) });
    if (!isZero(facts.nearest)) {
      found.push({ name: "across", points: [origin, nearest] });
      found.push(...rightAngle(nearest, direction, half));
    }
    found.push({ name: "origin", points: [origin] }, { name: "nearest", points: [nearest] });
  } else {
    found.push({ name: "origin", points: [origin] });
  }
  return found;
}
