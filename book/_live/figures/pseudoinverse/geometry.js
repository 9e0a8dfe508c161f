// The least-squares solution nearest to an x, in exact numbers. Nothing here draws.
import { apply, scale, subtract } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { mapFacts, pseudoinverse } from "../kit/map_geometry.js";

/** @typedef {import("../kit/map_geometry.js").MapState} MapState */

/**
 * Replace x by the least-squares solution nearest to it: A⁺b and the part of x in the null space.
 * @param {MapState} state
 * @returns {MapState}
 */
export function settled(state) {
  const free = mapFacts(state).x[1];
  const least = apply(pseudoinverse(state.A), state.b);
  return { ...state, x: subtract(least, scale(rational(-1), free)) };
}
