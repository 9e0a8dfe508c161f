import assert from "node:assert/strict";
import { test } from "node:test";
import { SettlingDrawing } from "../../book/_live/figures/settling/drawing.js";
import {
  band,
  countThrough,
  kernel,
  missed,
  nearest,
  readout,
} from "../../book/_live/figures/settling/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
const HALF = Math.sqrt(2 * Math.log(2)); // where the kernel is 1/2
const scene = {
  distances: [0, HALF],
  counts: [10, 100, 1000],
  pairs: [
    [
      [1, 0.9],
      [1, 0.4],
      [1, 0.5],
    ],
  ],
  phases: [
    [
      [1.5, 0.1],
      [1.1, 0.7],
      [1, 0.5],
    ],
  ],
  at: [1, 0],
  view: [0, -0.75, 2, 1.65],
  ticks: { x: [[0, "0"]], y: [[1, "1"]] },
  frame: [0, -0.75, 2, 1.65],
};

test("kernel and deviations, by hand", () => {
  assert.equal(kernel(0), 1);
  near(kernel(HALF), 0.5);
  // half of (3/4)² is 9/32; with phases 25/32; two deviations of 1 and of 25 draws
  near(band(HALF, 1, false), 2 * Math.sqrt(9 / 32));
  near(band(HALF, 25, true), 2 * Math.sqrt(1 / 32));
  assert.equal(band(0, 7, false), 0);
  near(band(0, 50, true), 0.2);
});

test("the nearest count, as factors go", () => {
  assert.equal(nearest([10, 100, 1000], 40), 1);
  assert.equal(nearest([10, 100, 1000], 30), 0);
  assert.equal(countThrough([10, 100, 1000], [HALF, 0.5 + band(HALF, 90, false)]), 1);
  assert.equal(countThrough([10, 100, 1000], [HALF, 0.4]), 2);
});

test("errors, and what is outside", () => {
  const found = missed([0, HALF], [1, 0.9], 10, false);
  near(found.largest, 0.4);
  assert.equal(found.outside, 1); // two deviations are 0.335
  assert.equal(missed([0, HALF], [1.5, 0.1], 10, true).outside, 1); // 0.447 and 0.559
});

test("words", () => {
  assert.deepEqual(readout(scene, 1, 0), [
    ["Largest error", "0.10 by pairs and 0.20 with phases"],
    ["Frequencies", "k = 100, draw 1"],
    ["Discs outside the shaded band", "0 of 2"],
    ["Rings outside the dashed lines", "1 of 2"],
  ]);
});

test("what is drawn", () => {
  const where = place(200, 240);
  const drawing = new SettlingDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(100, [1, 0.4], [2.5, 0.7], SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const rings = circles.filter((one) => one.class.includes("plane-ring"));
  const discs = circles.filter((one) => one.class.includes("plane-dot"));
  assert.deepEqual([rings[0].cx, rings[0].cy], ["0.00", "0.00"]); // beyond the edge
  assert.deepEqual([discs[0].cx, discs[0].cy], ["0.00", "65.00"]);
  const handle = circles.find((one) => one["aria-label"] === "said");
  near(Number(handle.cx), 180);
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts.slice(-3), ["exact", "pairs", "phases"]);
});
