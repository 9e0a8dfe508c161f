// A plane in a box that can be turned, a vector beside it, and a point of the plane that sliders
// move: how near does it come?
import { formatVector } from "../../shared/matrix.js";
import { format, parseRational, rational } from "../../shared/rational.js";
import { factor } from "../kit/notation.js";
import { SpaceView, wordAway } from "../kit/space_view.js";
import { floatsInSpace } from "../kit/vectors.js";
import { footFacts, pieces, planeOf, squares } from "./geometry.js";

const LEAD = ["Squared length of y − Xc", "Its products with the columns"]; // what the figure asks for

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").FootFacts} FootFacts */
/** @typedef {{ columns: string[][], y: string[], c: string[] }} Numbers */

const STEP = rational(1, 4);
const MOST = rational(4);
const VECTORS = "cpry"; // but c₁ and y₁ are numbers
const AXES = ["y₁", "y₂", "y₃"];

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Multipliers",
    fields: [
      { name: "c1", label: "c₁", hint: "multiplier of the first column", type: "range" },
      { name: "c2", label: "c₂", hint: "multiplier of the second column", type: "range" },
    ],
  },
];

/**
 * What the figure says in words.
 * @param {Rational[][]} columns
 * @param {Rational[]} c
 * @param {FootFacts} facts
 * @returns {[string, string][]}
 */
export function readout(columns, c, facts) {
  const { tip, miss, products } = facts;
  const [square, least] = squares(facts);
  const [first, second] = columns.map(formatVector);
  const isLeast = square.equals(least);
  return [
    ["Xc", `${factor(c[0])} ${first} + ${factor(c[1])} ${second} = ${formatVector(tip)}`],
    ["y − Xc", formatVector(miss)],
    [
      "Squared length of y − Xc",
      `${format(square)}${isLeast ? ", the least: Xc is the foot p" : ""}`,
    ],
    ["Its products with the columns", `${products.map(format).join(" and ")}`],
  ];
}

/**
 * @param {Numbers & import("../kit/space_view.js").SpaceScene} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const columns = scene.columns.map((column) => column.map(parseRational));
  const [y, home] = [scene.y, scene.c].map((entries) => entries.map(parseRational));
  const { half } = scene;
  const plane = planeOf(columns);

  /** @param {Rational[]} c */
  const show = (c) => {
    now = c;
    const facts = footFacts(columns, y, c);
    const range = { least: MOST.neg(), most: MOST, step: STEP };
    c.forEach((value, i) => {
      view.widget.limit(`c${i + 1}`, { ...range, words: `c${"₁₂"[i]} = ${format(value)}` });
    });
    view.widget.fill({ c1: c[0], c2: c[1] });
    view.widget.tell(readout(columns, c, facts), LEAD);
    const [square, least] = squares(facts);
    const [end, foot, tip] = [y, facts.foot, facts.tip].map(floatsInSpace);
    const middle = /** @type {typeof end} */ (end.map((entry, i) => (entry + foot[i]) / 2));
    view.show({
      pieces: pieces(columns, y, facts, half),
      planes: [plane],
      half,
      axes: AXES,
      words: (locate) => [
        { ...wordAway("y", end, "ink", locate), vectors: VECTORS },
        { ...wordAway("p", foot, "orange", locate), vectors: VECTORS },
        ...(least.n === 0n
          ? []
          : [{ ...wordAway("r", middle, "purple", locate), vectors: VECTORS }]),
        ...(square.equals(least)
          ? []
          : [{ ...wordAway("Xc", tip, "green", locate), vectors: VECTORS }]),
      ],
    });
  };
  /** @param {Rational} value a link may ask for more than the slider @returns {Rational} */
  const within = (value) => (value.abs().gt(MOST) ? MOST.mul(value.s) : value);
  let now = home;
  const view = new SpaceView(
    scene,
    place,
    GROUPS,
    {
      change: (name, value) =>
        show(name === "c1" ? [within(value), now[1]] : [now[0], within(value)]),
      reset: () => show(home),
    },
    VECTORS,
  );
  show(home);
  return view.widget;
}
