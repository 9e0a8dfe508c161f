// Two planes in a box that can be turned, with coefficients to type.
import { format, parseRational, rational } from "../shared/rational.js";
import { equation } from "./notation.js";
import { makeOrbit, turnedBy } from "./orbit.js";
import { boxHalf, drawnPlanes, pieces, planesFacts } from "./planes_geometry.js";
import { SpaceDrawing } from "./space_drawing.js";
import { paintOrder, projection, toward } from "./space_geometry.js";
import { Widget } from "./widget.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("./planes_geometry.js").PlanesFacts} PlanesFacts */
/** @typedef {import("./planes_geometry.js").PlanesState} PlanesState */
/** @typedef {import("./space_geometry.js").Point} Point */
/** @typedef {import("./space_drawing.js").Pixel} Pixel */
/**
 * @typedef {object} PlanesScene
 * @property {string[][]} A
 * @property {string[]} b
 * @property {number} half
 * @property {[number, number]} view azimuth and elevation
 * @property {[number, number, number, number]} frame left, bottom, right, top
 * @property {{ everywhere: string, nowhere: string[] }} refusals the package's sentences
 */

const NAMES = ["x", "y", "z"];
const COLORS = ["blue", "green"];

/** @type {import("./widget.js").Group[]} */
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
  {
    legend: "View",
    fields: [
      { name: "azimuth", label: "turn", hint: "turn, in degrees", type: "range" },
      { name: "elevation", label: "tilt", hint: "tilt, in degrees", type: "range" },
    ],
  },
];

/** @param {Rational[]} vector @returns {string} */
function point(vector) {
  return `(${vector.map(format).join(", ")})`;
}

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
    return [planes, ["Common points", "none: the planes are parallel"]];
  }
  /** @type {[string, string]} */
  const distance = ["Squared distance", format(distanceSquared)];
  if (!multipliers || !direction) {
    const same = "every point of the plane: both equations describe it";
    return [planes, ["Common points", same], ["Nearest point", point(nearest)], distance];
  }
  const [p, q] = multipliers.map((factor) =>
    factor.s < 0n ? `(${format(factor)})` : format(factor),
  );
  const sum = `${point(nearest)} = ${p} ${point(A[0])} + ${q} ${point(A[1])}`;
  const line = `the line ${point(nearest)} + t ${point(direction)}`;
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
  #place;
  #view;
  /** @type {{ facts: PlanesFacts, planes: import("./space_geometry.js").Plane[], half: number, pieces: import("./space_geometry.js").Piece[], equations: string[] }} */
  #drawn;
  #drawing;
  #widget;

  /** @param {PlanesScene} scene @param {import("./widget.js").Place} place */
  constructor(scene, place) {
    this.#scene = scene;
    this.#place = place;
    const A = scene.A.map((row) => row.map(parseRational));
    this.#home = { A, b: scene.b.map(parseRational) };
    this.#wanted = this.#home;
    this.#view = { azimuth: scene.view[0], elevation: scene.view[1] };
    this.#drawing = new SpaceDrawing(place.width, place.height);
    const { svg } = this.#drawing;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "application");
    svg.setAttribute("aria-roledescription", "figure to turn");
    svg.setAttribute("aria-label", `${place.alt} Arrow keys turn it.`);
    place.root.append(svg);
    makeOrbit(svg, (turn, rise) => this.#turnTo(turnedBy(this.#view, turn, rise)));
    this.#widget = new Widget(place, GROUPS, {
      change: (name, value) => this.#change(name, value),
      reset: () => this.#reset(),
    });
    this.#drawn = this.#show(this.#home);
    this.#turnTo(this.#view);
  }

  /** @param {string} name @param {Rational} value */
  #change(name, value) {
    if (name === "azimuth" || name === "elevation") {
      this.#turnTo({ ...this.#view, [name]: value.valueOf() });
    } else {
      this.#show(changed(this.#wanted, name, value));
      this.#paint();
    }
  }

  #reset() {
    const [azimuth, elevation] = this.#scene.view;
    this.#show(this.#home);
    this.#widget.refill(values(this.#home));
    this.#turnTo({ azimuth, elevation });
  }

  /** @param {PlanesState} state */
  #show(state) {
    this.#wanted = state;
    const facts = planesFacts(state);
    const refused = refusal(state, this.#scene.refusals);
    if (!facts || refused) {
      const row = (refused?.row ?? 0) + 1;
      this.#widget.refuse(
        NAMES.map((name) => `${name}${row}`),
        refused?.message ?? "",
      );
      return this.#drawn;
    }
    const half = boxHalf(state, facts);
    const planes = drawnPlanes(state, facts);
    const equations = state.A.map((row, i) => equation(row, state.b[i]));
    this.#drawn = { facts, planes, half, pieces: pieces(facts, planes, half), equations };
    this.#widget.fill(values(state));
    const size = format(rational(1).mul(half));
    this.#widget.tell([...readout(state, facts), ["Box", `from −${size} to ${size} on each axis`]]);
    return this.#drawn;
  }

  /** @param {import("./space_geometry.js").View} view */
  #turnTo(view) {
    this.#view = view;
    const angles = { azimuth: view.azimuth, elevation: view.elevation };
    for (const [name, angle] of Object.entries(angles)) {
      const end = rational(name === "azimuth" ? 180 : 90);
      const words = `${Math.round(angle)} degrees`;
      this.#widget.limit(name, { least: end.neg(), most: end, step: rational(1), words });
      this.#widget.fill({ [name]: rational(Math.round(angle)) });
    }
    this.#paint();
  }

  #paint() {
    const { planes, half } = this.#drawn;
    const [left, , right, top] = this.#scene.frame;
    const unit = this.#place.width / (right - left);
    const size = this.#scene.half / half; // every box is drawn as large as the first
    const seen = projection(this.#view);
    /** @param {Point} p @returns {Pixel} */
    const place = (p) => {
      const [x, y] = seen(p);
      return [(x * size - left) * unit, (top - y * size) * unit];
    };
    this.#drawing.paint(paintOrder(this.#drawn.pieces, planes, toward(this.#view), half), place);
    this.#drawing.write(this.#words(place));
  }

  /** @param {(p: Point) => Pixel} place @returns {import("./space_drawing.js").Word[]} */
  #words(place) {
    const { facts, half, equations } = this.#drawn;
    const origin = place([0, 0, 0]);
    /** @param {Pixel} at @returns {Pixel} */
    const away = (at) => [at[0] - origin[0], at[1] - origin[1]];
    const words = NAMES.map((text, i) => {
      const at = place(/** @type {Point} */ ([0, 1, 2].map((k) => (k === i ? half : 0))));
      return { text, at, toward: away(at), color: "muted" };
    });
    words.push({ text: "O", at: origin, toward: [1, 1], color: "ink" });
    if (facts.kind === "line" && facts.nearest?.some((entry) => entry.n !== 0n)) {
      const at = place(/** @type {Point} */ (facts.nearest.map(Number)));
      words.push({ text: point(facts.nearest), at, toward: away(at), color: "orange" });
    }
    const faces = COLORS.map((name) => this.#drawn.pieces.find((piece) => piece.name === name));
    equations.forEach((text, i) => {
      const corners = (faces[i] ?? faces[0])?.points.map(place) ?? [];
      corners.sort((p, q) => Math.hypot(...away(q)) - Math.hypot(...away(p)));
      const at = corners[faces[i] ? 0 : 1]; // one plane twice: its second name at another corner
      const color = faces[i] ? COLORS[i] : "ink";
      if (at) words.push({ text, at, toward: away(at), color });
    });
    return words;
  }
}

/** @param {PlanesScene} scene @param {import("./widget.js").Place} place */
export function build(scene, place) {
  new PlanesFigure(scene, place);
}
