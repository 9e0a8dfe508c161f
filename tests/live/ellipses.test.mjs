import assert from "node:assert/strict";
import { test } from "node:test";
import { EllipsesDrawing } from "../../book/_live/figures/ellipses/drawing.js";
import {
  ellipse,
  halfAxes,
  parts,
  products,
  reach,
  readout,
  square,
} from "../../book/_live/figures/ellipses/geometry.js";
import { parts as drawn, place } from "./sheet.mjs";

const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
const blocks = [
  [
    [1, 1],
    [3, 3],
  ],
  [
    [2, -1],
    [1, -2],
  ],
];
const state = { blocks, count: 2, direction: [7, 2] };
const scene = {
  ...state,
  view: [-8, -8, 8, 8],
  ticks: { x: [[0, "0"]], y: [[0, "0"]] },
  frame: [-8, -8, 8, 8],
};

test("products add", () => {
  const { before, block, all } = parts(state);
  assert.deepEqual(
    [before, block, all],
    [
      [10, 10, 10],
      [5, -4, 5],
      [15, 6, 15],
    ],
  );
  assert.deepEqual(products([]), [0, 0, 0]);
  // 7·1 + 2·1 = 9 and 27; 7·2 − 2 = 12 and 7 − 4 = 3
  assert.equal(square(before, [7, 2]), 9 ** 2 + 27 ** 2);
  assert.equal(square(block, [7, 2]), 12 ** 2 + 3 ** 2);
});

test("half axes are singular values, also of rank 1 and 0", () => {
  // eigenvalues of [[15, 6], [6, 15]] are 21 and 9
  const [long, short] = halfAxes([15, 6, 15]);
  near(long, Math.sqrt(21));
  near(short, 3);
  near(halfAxes([10, 10, 10])[1], 0);
  assert.deepEqual(halfAxes([0, 0, 0]), [0, 0]);
});

test("an ellipse reaches as far as Xv is long", () => {
  for (const G of [
    [15, 6, 15],
    [10, 10, 10],
    [0, 0, 4],
  ]) {
    const far = Math.max(...ellipse(G).map(([x, y]) => 3 * x + y));
    const length = Math.sqrt(square(G, [3, 1]));
    assert.ok(far <= length + 1e-9 && far > 0.998 * length);
    const [touch, foot] = reach(G, [3, 1]);
    near(3 * touch[0] + touch[1], length);
    near(3 * foot[0] + foot[1], length);
    near(foot[0], 3 * foot[1]);
  }
  assert.deepEqual(reach([10, 10, 10], [1, -1]), []);
});

test("words", () => {
  assert.deepEqual(readout(state), [
    ["Squared length of Xv", "810 + 153 = 963"],
    ["Kept", "3 numbers of the 8 that were read once"],
    ["Direction", "v = (7, 2)"],
    ["Blocks", "2 of 2, 4 rows"],
    ["Products", "15 and 15 of the columns, 6 of both"],
    ["Half axes", "4.58 and 3, the singular values of X"],
  ]);
  const first = readout({ blocks, count: 1, direction: [1, -1] });
  assert.deepEqual(first[0], ["Squared length of Xv", "0 + 0 = 0"]);
  assert.deepEqual(first[2], ["Direction", "v = (1, −1)"]);
});

test("what is drawn", () => {
  const where = place(160, 160);
  const turns = [];
  const actions = { turn: () => {}, nudge: (steps) => turns.push(steps) };
  const drawing = new EllipsesDrawing(scene, where, actions);
  drawing.draw(state, "said");
  const circles = drawn(where, "circle").map(({ attributes }) => attributes);
  assert.equal(circles.filter((one) => one.class.includes("plane-dot")).length, 4);
  assert.equal(circles.filter((one) => one.class.includes("plane-ring")).length, 3);
  const handle = circles.find((one) => one["aria-label"] === "said");
  assert.deepEqual([handle.cx, handle.cy], ["150.00", "60.00"]);
  drawing.draw({ ...state, count: 1, direction: [1, -1] }, "said");
  const fewer = drawn(where, "circle").map(({ attributes }) => attributes);
  assert.equal(fewer.filter((one) => one.class.includes("plane-ring")).length, 0);
});
