// The line of two planes in a box that can be turned, and a perpendicular to it: through the origin
// and a combination of the two normals whose multipliers are set by sliders.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { acrossPlane } from "../kit/line_in_space.js";
import { equation, factor } from "../kit/notation.js";
import { lineInBox } from "../kit/space_geometry.js";
import { SpaceView, wordAway } from "../kit/space_view.js";
import { boxHalf, planesFacts } from "../kit/two_planes.js";
import { floatsInSpace } from "../kit/vectors.js";
import { pieces, tipFacts } from "./geometry.js";

const LEAD = ["Point", "Gap to L"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("../kit/line_in_space.js").Line} Line */
/** @typedef {import("./geometry.js").TipFacts} TipFacts */
/** @typedef {import("../kit/two_planes.js").PlanesState} PlanesState */
/** @typedef {{ A: string[][], b: string[], c: string[] }} Numbers */

const STEP = rational(1, 4);

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Multipliers",
    fields: [
      { name: "c1", label: "c₁", hint: "multiplier of the first normal", type: "range" },
      { name: "c2", label: "c₂", hint: "multiplier of the second normal", type: "range" },
    ],
  },
];

/**
 * What the figure says in words.
 * @param {PlanesState} state
 * @param {Line} line
 * @param {Rational[]} c
 * @param {TipFacts} facts
 * @returns {[string, string][]}
 */
export function readout({ A, b }, line, c, { tip, sides, product, gapSquared }) {
  const sum = `${factor(c[0])} ${formatVector(A[0])} + ${factor(c[1])} ${formatVector(A[1])} = ${formatVector(tip)}`;
  const sums = A.map((row, i) => {
    const wanted = sides[i].equals(b[i]) ? "as wanted" : `wanted: ${format(b[i])}`;
    return `${equation(row, sides[i])} (${wanted})`;
  });
  const isThere = sides.every((side, i) => side.equals(b[i]));
  let gap = "no line: the point is the origin";
  if (isThere) gap = `none: the point is on L`;
  else if (gapSquared?.n === 0n) gap = `none: the line meets L, but not at this point`;
  else if (gapSquared) gap = `squared length ${format(gapSquared)}: the lines are skew`;
  return [
    ["Point", sum],
    [
      "Times the direction of L",
      `${formatVector(tip)} · ${formatVector(line.direction)} = ${format(product)}`,
    ],
    ["Equations", sums.join(", ")],
    ["Gap to L", gap],
  ];
}

/**
 * @param {Numbers & import("../kit/space_view.js").SpaceScene} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const state = { A: scene.A.map((row) => row.map(parseRational)), b: scene.b.map(parseRational) };
  const facts = planesFacts(state);
  if (!facts?.nearest || !facts.direction || !facts.multipliers) {
    throw new Error("expected two planes that meet in a line");
  }
  const line = { nearest: facts.nearest, direction: facts.direction };
  const half = boxHalf(state, facts);
  const plane = acrossPlane(line);
  const home = scene.c.map(parseRational);
  const most = Math.ceil(Math.max(...[...home, ...facts.multipliers].map((x) => Math.abs(+x)))) + 1;
  let c = home;

  /** @param {Rational[]} next */
  const show = (next) => {
    c = next;
    const found = tipFacts(state.A, line, c);
    const range = { least: rational(-most), most: rational(most), step: STEP };
    c.forEach((value, i) => {
      view.widget.limit(`c${i + 1}`, { ...range, words: `c${"₁₂"[i]} = ${format(value)}` });
    });
    view.widget.fill({ c1: c[0], c2: c[1] });
    view.widget.tell(readout(state, line, c, found), LEAD);
    const [nearest, tip] = [line.nearest, found.tip].map(floatsInSpace);
    const ends = lineInBox(nearest, floatsInSpace(line.direction), half);
    const isApart = found.tip.some((entry, i) => !entry.equals(line.nearest[i]));
    view.show({
      pieces: pieces(line, found, half),
      planes: [plane],
      half,
      words: (locate) => [
        wordAway("L", ends[0], "purple", locate),
        wordAway(formatVector(line.nearest), nearest, "orange", locate),
        ...(isApart ? [wordAway(formatVector(found.tip), tip, "green", locate)] : []),
      ],
    });
  };
  const view = new SpaceView(scene, place, GROUPS, {
    change: (name, value) => show(name === "c1" ? [value, c[1]] : [c[0], value]),
    reset: () => show(home),
  });
  show(home);
  return view.widget;
}
