// A 2×2 matrix and what it makes of the unit circle: type its entries, turn a unit vector x.
import { dot, formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { fillMatrix, MATRIX_GROUPS, withEntry } from "../kit/matrix_fields.js";
import { about } from "../kit/notation.js";
import { rationalRoot, rootText } from "../kit/roots.js";
import { floats, halfOf } from "../kit/vectors.js";
import { Widget } from "../kit/widget.js";
import { CircleDrawing } from "./drawing.js";
import { circleFacts, curve, nearestUnit, UNITS } from "./geometry.js";

const LEAD = ["Image of the circle", "σ₁ and σ₂"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").CircleFacts} CircleFacts */
/** @typedef {import("./geometry.js").CircleState} CircleState */
/** @typedef {import("../kit/svg.js").Point} Point */
/**
 * @typedef {object} CircleScene
 * @property {string[][]} A
 * @property {string[]} x a direction
 * @property {[number, number, number, number]} frame left, bottom, right, top
 */

const INPUT_HALF = 1.5;

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  ...MATRIX_GROUPS,
  {
    legend: "Turn x",
    fields: [{ name: "angle", label: "", hint: "angle of x in degrees", type: "range" }],
  },
];

/** @param {Rational} square @returns {string} its root: exact, with a decimal if it is no fraction */
function length(square) {
  const text = rootText(square);
  return rationalRoot(square) ? text : `${text} ${about(Math.sqrt(Number(square)), 4)}`;
}

/** @param {CircleFacts} facts @returns {string} */
function shapeInWords({ sum, determinant }) {
  if (sum.n === 0n) return "a point";
  if (determinant.n === 0n) return "a segment, run through twice";
  return sum.equals(determinant.abs().mul(2)) ? "a circle" : "an ellipse";
}

/**
 * What the figure says in words.
 * @param {CircleFacts} facts
 * @returns {[string, string][]}
 */
export function readout(facts) {
  const { sum, determinant, squares, sigma, x, image } = facts;
  const values = squares ? squares.map(length) : sigma.map((value) => about(value, 4));
  return [
    ["Image of the circle", shapeInWords(facts)],
    ["σ₁ and σ₂", values.join(" and ")],
    ["σ₁ σ₂ = |det A|", format(determinant.abs())],
    ["σ₁² + σ₂² = sum of squared entries", format(sum)],
    ["x", formatVector(x)],
    ["Ax", formatVector(image)],
    ["‖Ax‖", length(dot(image, image))],
  ];
}

/** @param {CircleScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const [across, up] = scene.x.map((entry) => Number(parseRational(entry)));
  const angle = (Math.round((Math.atan2(up, across) * 180) / Math.PI) + 360) % 360;
  /** @type {CircleState} */
  const home = { A: scene.A.map((row) => row.map(parseRational)), angle };
  let state = home;

  /** @param {CircleState} next */
  const show = (next) => {
    state = next;
    const facts = circleFacts(state);
    widget.count("angle", [0, 359], `x = ${formatVector(facts.x)}`);
    fillMatrix(widget, state.A, { angle: rational(state.angle) });
    const half = halfOf([[facts.sigma[0]]]);
    const ends = `inputs from −${INPUT_HALF} to ${INPUT_HALF}, outputs from −${half} to ${half}`;
    widget.tell([...readout(facts), ["Panes", `${ends} on each axis`]], LEAD);
    const [x, image] = [floats(facts.x), floats(facts.image)];
    const [first, second] = facts.arms;
    const isFlat = facts.determinant.n === 0n;
    /** @type {Point} */
    const flat = isFlat ? [0, 0] : second;
    drawing.draw(
      [
        {
          half: INPUT_HALF,
          curve: curve([
            [1, 0],
            [0, 1],
          ]),
          arms: [
            { to: facts.v[0], color: "blue", text: "v₁" },
            { to: facts.v[1], color: "orange", text: "v₂" },
            { to: x, color: "ink", text: "x", width: "thin" },
          ],
        },
        {
          half,
          curve: curve(state.A.map((row) => row.map(Number))),
          arms: [
            { to: first, color: "blue", text: "σ₁u₁" },
            { to: flat, color: "orange", text: `σ₂u₂${isFlat ? " = 0" : ""}` },
            { to: image, color: "ink", text: "Ax", width: "thin" },
          ],
        },
      ],
      x,
      `x = ${formatVector(facts.x)}: arrow keys turn it`,
    );
  };

  /** @param {number} degrees */
  const turnTo = (degrees) => show({ ...state, angle: (Math.round(degrees) + 360) % 360 });
  const drawing = new CircleDrawing(place, scene.frame, {
    turn: turnTo,
    nudge: (steps) => {
      const next = (nearestUnit(state.angle) + steps + UNITS.length) % UNITS.length;
      turnTo(UNITS[next].degrees);
    },
  });
  const widget = new Widget(
    place,
    GROUPS,
    {
      change: (name, value) => {
        if (name === "angle") turnTo(Number(value));
        else show({ ...state, A: withEntry(state.A, name, value) });
      },
      reset: () => show(home),
    },
    "xuv",
  );
  show(home);
  return widget;
}
