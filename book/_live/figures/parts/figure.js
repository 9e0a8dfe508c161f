// The line of all solutions of two equations, in a box that can be turned, and one solution on it,
// moved by a slider: its parts in the row space and in the null space, and their squared norms.
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { acrossPlane } from "../kit/line_in_space.js";
import { factor } from "../kit/notation.js";
import { lineInBox } from "../kit/space_geometry.js";
import { SpaceView, wordAway } from "../kit/space_view.js";
import { planesFacts } from "../kit/two_planes.js";
import { floatsInSpace } from "../kit/vectors.js";
import { mostSteps, partsAt, pieces, stepsTo } from "./geometry.js";

const LEAD = ["Solution", "Squared norm"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").Parts} Parts */
/** @typedef {import("../kit/line_in_space.js").Line} Line */
/** @typedef {{ A: string[][], b: string[], x: string[] }} Numbers */

const STEP = rational(1, 4);

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Solution",
    fields: [{ name: "t", label: "t", hint: "t, steps along the line", type: "range" }],
  },
];

/**
 * What the figure says in words.
 * @param {Line} line
 * @param {Parts} parts
 * @returns {[string, string][]}
 */
export function readout({ nearest, direction }, { t, step, solution, rowSquared, nullSquared }) {
  const sum = `${format(rowSquared)} + ${format(nullSquared)}`;
  const isLeast = nullSquared.n === 0n;
  return [
    ["Solution", formatVector(solution)],
    ["Row-space part", `${formatVector(nearest)}, squared norm ${format(rowSquared)}`],
    [
      "Null-space part",
      `${factor(t)} ${formatVector(direction)} = ${formatVector(step)}, squared norm ${format(nullSquared)}`,
    ],
    [
      "Squared norm",
      `${sum} = ${format(rowSquared.add(nullSquared))}${isLeast ? ", the least" : ""}`,
    ],
  ];
}

/**
 * @param {Numbers & import("../kit/space_view.js").SpaceScene} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const state = { A: scene.A.map((row) => row.map(parseRational)), b: scene.b.map(parseRational) };
  const facts = planesFacts(state);
  if (!facts?.nearest || !facts.direction) throw new Error("expected two planes that meet");
  const line = { nearest: facts.nearest, direction: facts.direction };
  const { half } = scene;
  const home = stepsTo(line, scene.x.map(parseRational));
  const most = mostSteps(line, half, STEP);

  /** @param {Rational} wanted a link may ask for more than fits */
  const show = (wanted) => {
    const t = wanted.abs().gt(most) ? most.mul(wanted.s) : wanted;
    const parts = partsAt(line, t);
    const range = { least: most.neg(), most, step: STEP };
    view.widget.limit("t", { ...range, words: `t = ${format(t)}` });
    view.widget.fill({ t });
    view.widget.tell(readout(line, parts), LEAD);
    const [nearest, solution] = [line.nearest, parts.solution].map(floatsInSpace);
    const ends = lineInBox(nearest, floatsInSpace(line.direction), half);
    view.show({
      pieces: pieces(line, parts, half),
      planes: [acrossPlane(line)],
      half,
      words: (locate) => [
        wordAway("L", ends[0], "purple", locate),
        wordAway(formatVector(line.nearest), nearest, "orange", locate),
        ...(t.n === 0n ? [] : [wordAway(formatVector(parts.solution), solution, "ink", locate)]),
      ],
    });
  };
  const view = new SpaceView(scene, place, GROUPS, {
    change: (_, value) => show(value),
    reset: () => show(home),
  });
  show(home);
  return view.widget;
}
