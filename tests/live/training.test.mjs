import assert from "node:assert/strict";
import { test } from "node:test";
import { TrainingDrawing } from "../../book/_live/figures/training/drawing.js";
import { gaps, readout, timeNear } from "../../book/_live/figures/training/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

/** @type {any} */
const scene = {
  target: [3, -1],
  widths: [2, 32],
  times: [0, 0.5, 10],
  networks: [
    [
      [
        [0, 0],
        [1, 1],
        [3, -1],
      ],
      [
        [0, 0],
        [2, 0],
        [3, -1],
      ],
    ],
    [
      [
        [0, 0],
        [1, 0],
        [3, -1],
      ],
    ],
  ],
  linear: [
    [
      [
        [0, 0],
        [1, 1],
        [3, -1],
      ],
      [
        [0, 0],
        [2, 0.5],
        [2, -1],
      ],
    ],
    [
      [
        [0, 0],
        [1, 0],
        [3, -1],
      ],
    ],
  ],
  limit: [
    [0, 0],
    [1, 0],
    [3, -1],
  ],
  at: [0, 1],
  view: [0, -1, 3, 1],
  ticks: { x: [[0, "0"]], y: [[0, "0"]] },
  frame: [0, -1, 3, 1],
};

test("two distances", () => {
  assert.deepEqual(gaps(scene, [0, 1]), { apart: 0.5, off: 1 });
  assert.deepEqual(gaps(scene, [0, 2]), { apart: 1, off: 0 });
  assert.deepEqual(gaps(scene, [1, 1]), { apart: 0, off: 0 });
});

test("the time under a hand", () => {
  assert.equal(timeNear(scene.limit, [0.9, 0.4]), 1);
  assert.equal(timeNear(scene.limit, [9, -9]), 2);
});

test("words", () => {
  assert.deepEqual(readout(scene, [0, 1]), [
    ["Network to its tangent, at most", "0.50"],
    ["Network to the limit, at most", "1.00"],
    ["Time", "t = 0.50"],
    ["Width", "two copies of k = 2 units"],
    ["Limit", "outputs (1.00, 0.00)"],
  ]);
});

test("what is drawn", () => {
  const where = place(300, 200);
  const drawing = new TrainingDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw([0, 1], SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const handle = circles.find((one) => one["aria-label"] === "said");
  assert.deepEqual([handle.cx, handle.cy], ["100.00", "100.00"]);
  assert.equal(circles.filter((one) => one.class.includes("plane-ring")).length, 2);
  const paths = parts(where, "path").map(({ attributes }) => attributes.class);
  assert.equal(paths.filter((name) => name.includes("is-dashed")).length, 2);
  assert.equal(paths.filter((name) => name.includes("plane-broad")).length, 1);
});
