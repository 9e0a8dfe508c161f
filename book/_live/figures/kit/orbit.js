// Turn a view by mouse, finger and arrow keys.
import { takeKeys } from "../../shared/keys.js";

/** @typedef {import("./space_geometry.js").View} View */

const DEGREES_A_PIXEL = 0.4;
const DEGREES_A_KEY = 5;
const STEEPEST = 90;

/**
 * Turn a view; angles stay between −180 and 180, and the eye does not pass the pole.
 * @param {View} view
 * @param {number} turn in degrees
 * @param {number} rise
 * @returns {View}
 */
export function turnedBy({ azimuth, elevation }, turn, rise) {
  return {
    azimuth: ((((azimuth + turn + 180) % 360) + 360) % 360) - 180,
    elevation: Math.max(-STEEPEST, Math.min(STEEPEST, elevation + rise)),
  };
}

/**
 * Call `turn` with degrees to the side and up; one call a frame at most while dragging.
 * @param {SVGElement} picture
 * @param {(turn: number, rise: number) => void} turn
 */
export function makeOrbit(picture, turn) {
  /** @type {[number, number] | null} */
  let last = null;
  let [sideways, upward, isWaiting] = [0, 0, false];
  const flush = () => {
    isWaiting = false;
    turn(-DEGREES_A_PIXEL * sideways, DEGREES_A_PIXEL * upward);
    [sideways, upward] = [0, 0];
  };
  picture.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    last = [event.clientX, event.clientY];
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!last || !event.isPrimary) return;
    sideways += event.clientX - last[0];
    upward += event.clientY - last[1];
    last = [event.clientX, event.clientY];
    if (!isWaiting) requestAnimationFrame(flush);
    isWaiting = true;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    picture.addEventListener(end, () => {
      last = null;
    });
  }
  takeKeys(picture, ([across, up]) => turn(DEGREES_A_KEY * across, DEGREES_A_KEY * up));
}
