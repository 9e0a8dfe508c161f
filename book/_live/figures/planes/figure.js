// Two planes in a box that can be turned, with coefficients to type.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { equation, factor } from "../kit/notation.js";
import { NAMES, SpaceView, wordAway } from "../kit/space_view.js";
import { boxHalf, planesFacts } from "../kit/two_planes.js";
import { floatsInSpace } from "../kit/vectors.js";
import { drawnPlanes, pieces } from "./geometry.js";

const LEAD = ["Common points", "Nearest point"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/two_planes.js").PlanesFacts} PlanesFacts */
/** @typedef {import("../kit/two_planes.js").PlanesState} PlanesState */
/** @typedef {import("../kit/space_view.js").Locate} Locate */
/**
 * @typedef {object} Equations
 * @property {string[][]} A
 * @property {string[]} b
 * @property {{ everywhere: string, nowhere: string[] }} refusals the package's sentences
 */
/** @typedef {Equations & import("../kit/space_view.js").SpaceScene} PlanesScene */

const COLORS = ["blue", "green"];

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  ...[1, 2].map((row) => ({
    legend: `Plane ${row}`,
    fields: [
      ...NAMES.map((name) => ({
        name: `${name}${row}`,
        label: name === "z" ? "z =" : `${name} +`,
        isBefore: true,
        hint: `plane ${row}, coefficient of ${name}`,
        type: /** @type {const} */ ("number"),
      })),
      {
        name: `b${row}`,
        label: "",
        hint: `plane ${row}, right-hand side`,
        type: /** @type {const} */ ("number"),
      },
    ],
  })),
];

/**
 * What the figure says in words.
 * @param {PlanesState} state
 * @param {PlanesFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ A, b }, facts) {
  const [first, second] = A.map((row, i) => equation(row, b[i]));
  const { nearest, multipliers, direction, distanceSquared } = facts;
  /** @type {[string, string]} */
  const planes = ["Planes", `${first} and ${second}`];
  if (!nearest || !distanceSquared) {
    const none = "none: the planes are parallel";
    return [planes, ["Common points", none], ["Nearest point", "none"]];
  }
  /** @type {[string, string]} */
  const distance = ["Squared distance", format(distanceSquared)];
  if (!multipliers || !direction) {
    const same = "every point of the plane: both equations describe it";
    return [planes, ["Common points", same], ["Nearest point", formatVector(nearest)], distance];
  }
  const [p, q] = multipliers.map(factor);
  const sum = `${formatVector(nearest)} = ${p} ${formatVector(A[0])} + ${q} ${formatVector(A[1])}`;
  const line = `the line ${formatVector(nearest)} + t ${formatVector(direction)}`;
  return [planes, ["Common points", line], ["Nearest point", sum], distance];
}

/**
 * Which row has no coefficient, and why that is refused; null if both describe planes.
 * @param {PlanesState} state
 * @param {PlanesScene["refusals"]} refusals
 * @returns {{ row: number, message: string } | null}
 */
export function refusal({ A, b }, refusals) {
  const row = A.findIndex((entries) => entries.every((entry) => entry.n === 0n));
  if (row < 0) return null;
  const message =
    b[row].n === 0n ? refusals.everywhere : refusals.nowhere[row].replace("{b}", format(b[row]));
  return { row, message };
}

/**
 * Change one number of the equations.
 * @param {PlanesState} state
 * @param {string} name such as "x1" or "b2"
 * @param {Rational} value
 * @returns {PlanesState}
 */
function changed({ A, b }, name, value) {
  const [column, row] = [NAMES.indexOf(name[0]), Number(name[1]) - 1];
  if (column < 0) return { A, b: b.map((old, i) => (i === row ? value : old)) };
  const rows = A.map((entries, i) =>
    i === row ? entries.map((old, j) => (j === column ? value : old)) : entries,
  );
  return { A: rows, b };
}

/** @param {PlanesState} state @returns {Record<string, Rational>} */
function values({ A, b }) {
  const named = A.flatMap((row, i) => [...row, b[i]].map((x, j) => [`${"xyzb"[j]}${i + 1}`, x]));
  return Object.fromEntries(named);
}

class PlanesFigure {
  /** @type {PlanesState} */
  #wanted; // what the inputs say; it may be no pair of planes
  #home;
  #scene;
  #view;

  /** @param {PlanesScene} scene @param {import("../kit/widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    const A = scene.A.map((row) => row.map(parseRational));
    this.#home = { A, b: scene.b.map(parseRational) };
    this.#wanted = this.#home;
    this.#view = new SpaceView(scene, place, GROUPS, {
      change: (name, value) => this.#show(changed(this.#wanted, name, value)),
      reset: () => this.#show(this.#home),
    });
    this.#show(this.#home);
  }

  get widget() {
    return this.#view.widget;
  }

  /** @param {PlanesState} state */
  #show(state) {
    this.#wanted = state;
    const { widget } = this.#view;
    const facts = planesFacts(state);
    const refused = refusal(state, this.#scene.refusals);
    if (!facts || refused) {
      const row = (refused?.row ?? 0) + 1;
      widget.refuse(
        NAMES.map((name) => `${name}${row}`),
        refused?.message ?? "",
      );
      return;
    }
    const half = boxHalf(state, facts);
    const planes = drawnPlanes(state, facts);
    const shown = pieces(facts, planes, half);
    widget.fill(values(state));
    const size = format(rational(1).mul(half));
    widget.tell([...readout(state, facts), ["Box", `from −${size} to ${size} on each axis`]], LEAD);
    const words = (/** @type {Locate} */ locate) => wordsOf(state, facts, shown, locate);
    this.#view.show({ pieces: shown, planes, half, words });
  }
}

/**
 * @param {PlanesState} state
 * @param {PlanesFacts} facts
 * @param {import("../kit/space_geometry.js").Piece[]} shown
 * @param {Locate} locate
 * @returns {import("../kit/space_drawing.js").Word[]}
 */
function wordsOf({ A, b }, facts, shown, locate) {
  const words = [];
  if (facts.kind === "line" && facts.nearest?.some((entry) => entry.n !== 0n)) {
    const at = floatsInSpace(facts.nearest);
    words.push(wordAway(formatVector(facts.nearest), at, "orange", locate));
  }
  const faces = COLORS.map((name) => shown.find((piece) => piece.name === name));
  A.forEach((row, i) => {
    const color = faces[i] ? COLORS[i] : "ink";
    const text = equation(row, b[i]);
    const corners = ((faces[i] ?? faces[0])?.points ?? []).map((p) =>
      wordAway(text, p, color, locate),
    );
    corners.sort((p, q) => Math.hypot(...q.toward) - Math.hypot(...p.toward));
    const word = corners[faces[i] ? 0 : 1]; // one plane twice: its second name at another corner
    if (word) words.push(word);
  });
  return words;
}

/** @param {PlanesScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  return new PlanesFigure(scene, place).widget;
}
