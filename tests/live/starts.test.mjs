import assert from "node:assert/strict";
import { test } from "node:test";
import { StartsDrawing } from "../../book/_live/figures/starts/drawing.js";
import {
  insideBand,
  missed,
  onTheWay,
  readout,
  shareAt,
} from "../../book/_live/figures/starts/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const scene = {
  points: [
    [0, 1],
    [1, -1],
  ],
  held: 2,
  places: [-1, 0, 1],
  widths: [2, 50],
  before: [
    [
      [0, 0, 3],
      [2, 0, 0],
    ],
    [
      [0, 0, -1],
      [0, 0, 0],
    ],
  ],
  after: [
    [
      [2, 1, -1],
      [4, 1, -1],
    ],
    [
      [1, 1, -1],
      [5, 1, -1],
    ],
  ],
  mean: [2, 1, -1],
  deviation: [0.5, 0, 0],
  at: [0, 0.5],
  view: [-1, -4, 1, 4],
  ticks: { x: [[0, "0"]], y: [[0, "0"]] },
  frame: [-1, -4, 1, 4],
};

test("on a straight way", () => {
  assert.deepEqual(onTheWay(scene, 0, 0.5), [
    [1, 0.5, 1],
    [3, 0.5, -0.5],
  ]);
  assert.equal(missed(scene, [7, 0.5, 1]), 2);
  assert.equal(shareAt(scene, 0, 1), 0.5);
  assert.equal(shareAt(scene, 0, 9), 0);
  assert.equal(shareAt(scene, 0, -9), 1);
  assert.equal(shareAt(scene, 1, 3), 1); // it does not move
});

test("the band counts where it has a width", () => {
  assert.equal(insideBand(scene, [[2.9, 0, 0]]), 1);
  assert.equal(insideBand(scene, onTheWay(scene, 0, 1)), 0.5);
});

test("words", () => {
  assert.deepEqual(readout(scene, 0, 0.5), [
    ["Largest distance to a point", "2.00"],
    ["In the shaded band", "100 % of all values"],
    ["Way", "50 % from the random start to the nearest solution"],
    ["Width", "k = 2"],
  ]);
});

test("what is drawn", () => {
  const where = place(200, 160);
  const drawing = new StartsDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(onTheWay(scene, 0, 0.5), SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const handle = circles.find((one) => one["aria-label"] === "said");
  assert.deepEqual([handle.cx, handle.cy], ["200.00", "60.00"]);
  const paths = parts(where, "path").map(({ attributes }) => attributes.class);
  assert.equal(paths.filter((name) => name.includes("plane-orange")).length, 2);
  assert.equal(paths.filter((name) => name.includes("plane-area")).length, 1);
});
