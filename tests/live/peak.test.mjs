import assert from "node:assert/strict";
import { test } from "node:test";
import { PeakDrawing } from "../../book/_live/figures/peak/drawing.js";
import {
  digits,
  meanError,
  meanRun,
  nearest,
  partsOf,
  readout,
  rowsOf,
} from "../../book/_live/figures/peak/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
// four features of squared length 1/4 each, noise 1, two examples
const truth = { total: 4, signal: 1, noise: 1 };
const scene = {
  ...truth,
  features: [1, 2, 4],
  examples: [2, 5],
  heights: [
    [
      [0, 1, 0.5],
      [0.2, 2, 0.4],
    ],
    [[0.1, 0.2, 0.3]],
  ],
  at: [2, 4],
  view: [0, 0, 4, 1],
  ticks: { x: [[0, "0"]], y: [[1, "10"]] },
  frame: [0, 0, 4, 1],
};

test("parts of the mean, by hand", () => {
  // p = 4, N = 2: everything used, half unseen, 1 · 2/(4 − 2 − 1)
  assert.deepEqual(partsOf(truth, 2, 4), { unused: 0, unseen: 0.5, noise: 2 });
  near(meanError(truth, 2, 4), 2.5);
  // p = 1, N = 5: 3/4 unused, noise (1 + 3/4) · 1/3
  assert.equal(partsOf(truth, 5, 1).unused, 0.75);
  near(partsOf(truth, 5, 1).noise, 1.75 / 3);
  assert.equal(partsOf(truth, 5, 1).unseen, 0);
  for (const p of [1, 2, 3]) assert.equal(meanError(truth, 2, p), Infinity);
});

test("the curve on both sides, to the infinite", () => {
  assert.deepEqual(meanRun(truth, 2, -1), [[1, Infinity]]);
  const right = meanRun(truth, 2, 1);
  assert.deepEqual(right[0], [3, Infinity]);
  near(right[1][1], Math.log10(2.5));
});

test("rows and nearest values", () => {
  assert.deepEqual(rowsOf(scene, 5), [[0.1, 0.2, 0.3]]);
  assert.equal(nearest([1, 2, 4], 3.1), 2);
  assert.equal(nearest([1, 2, 4], -7), 0);
});

test("words", () => {
  assert.equal(digits(Infinity), "infinite");
  assert.equal(digits(66.82), "66.8");
  assert.deepEqual(readout(scene, 2, 4), [
    ["Mean error", "2.5 for p = 4 of 4 features and N = 2"],
    ["Median of the draws", "3.16"],
    ["Of the mean: features not used", "0"],
    ["Of the mean: directions not seen", "0.5"],
    ["Of the mean: noise", "2"],
  ]);
  assert.equal(readout(scene, 2, 2)[0][1], "infinite for p = 2 of 4 features and N = 2");
});

test("what leaves the picture stays at its edge", () => {
  const where = place(400, 100);
  new PeakDrawing(scene, where, { drag: () => {}, nudge: () => {} }).draw(2, 2, SAID);
  const [handle] = parts(where, "circle").map((circle) => circle.attributes);
  assert.deepEqual([handle.cx, handle.cy, handle["aria-label"]], ["200.00", "0.00", "said"]);
  const lines = parts(where, "path").map((line) => line.attributes);
  const [single] = lines.filter((line) => line.class.includes("plane-light"));
  assert.equal(single.d, "M100.00 80.00L200.00 0.00L400.00 60.00");
  const curve = lines.filter((line) => line.class.includes("plane-orange"));
  assert.equal(curve.length, 1); // a single point on the left is no curve
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts, ["0", "10", "p", "error", "p = N", "mean", "median"]);
});
