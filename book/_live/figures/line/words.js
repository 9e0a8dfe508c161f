// What is written beside the points and the line, and where.
import { format } from "../../shared/rational.js";
import { equation } from "../kit/notation.js";
import { endInFrame } from "./geometry.js";

/** @typedef {import("./geometry.js").Frame} Frame */
/** @typedef {import("./geometry.js").LineFacts} LineFacts */
/** @typedef {import("./geometry.js").LineState} LineState */
/** @typedef {[number, number]} Point */
/** @typedef {{ text: string, at: Point, anchor: "left" | "right" }} Word */

/** @type {Word} */
export const NO_WORD = { text: "", at: [0, 0], anchor: "left" };
const BESIDE = 14; // pixels between a point and its words

/**
 * The words of a picture.
 * @param {LineState} state
 * @param {LineFacts} facts
 * @param {Record<"normal" | "nearest" | "solution" | "along", Point>} places
 * @param {string} arrow the normal vector in words
 * @param {{ frame: Frame, pixel: number }} view with the size of a pixel
 * @returns {Record<string, Word>}
 */
export function lineWords(state, facts, places, arrow, { frame, pixel }) {
  const [left, bottom, right, top] = frame;
  /** @param {Point} point @param {string} text */
  const write = (point, text) => beside(point, text, frame, pixel);
  const hasAxes = bottom <= 0 && left <= 0;
  return {
    normal: write(places.normal, arrow),
    nearest: write(places.nearest, `(${facts.nearest.map(format).join(", ")})`),
    solution: write(places.solution, `(${facts.solution.map(format).join(", ")})`),
    line: write(
      endInFrame(places.nearest, places.along, frame),
      equation([state.a, state.b], state.c),
    ),
    x: hasAxes ? { text: "x", at: [right - 4 * pixel, 14 * pixel], anchor: "right" } : NO_WORD,
    y: hasAxes ? { text: "y", at: [8 * pixel, top - 14 * pixel], anchor: "left" } : NO_WORD,
  };
}

/**
 * Write beside a point, toward the middle of the frame.
 * @param {Point} point
 * @param {string} text
 * @param {Frame} frame
 * @param {number} pixel
 * @returns {Word}
 */
function beside([x, y], text, [left, bottom, right, top], pixel) {
  const isRight = x > (left + right) / 2;
  const rise = y > top - 30 * pixel || y < (bottom + top) / 2 ? -1 : 1;
  /** @type {Point} */
  const at = [x + (isRight ? -BESIDE : BESIDE) * pixel, y + rise * 12 * pixel];
  return { text, at, anchor: isRight ? "right" : "left" };
}
