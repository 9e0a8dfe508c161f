import assert from "node:assert/strict";
import { test } from "node:test";
import { LazyDrawing } from "../../book/_live/figures/lazy/drawing.js";
import { apart, atPoints, readout, scaleAt } from "../../book/_live/figures/lazy/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const scene = {
  points: [
    [0, 1],
    [1, 1],
  ],
  places: [-2, 0, 2],
  scales: ["1/2", "4"],
  linear: [0, 1, 1],
  curves: [
    [3, 1, 1],
    [0, 1, 0],
  ],
  start: [
    [1, 0],
    [0, 1],
  ],
  // the first scale: on the line of t = 1, and on that of t = 0; the second: on none
  units: [
    [
      [-1.5, 1.5],
      [0, 2],
    ],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  signs: [
    [1, -1],
    [1, 1],
  ],
  moved: [0.5, 0.062],
  half: 2,
  held: 0,
  at: 0,
  frame: [-2.3, -1.3, 2.3, 1.3],
};

test("the nearest curve is taken", () => {
  assert.equal(scaleAt(scene, 1.6), 0);
  assert.equal(scaleAt(scene, 1.4), 1);
  assert.equal(scaleAt(scene, -9), 1);
});

test("distances by hand", () => {
  assert.equal(apart(scene, 0), Math.sqrt(3)); // 3² over three places
  assert.equal(apart(scene, 1), Math.sqrt(1 / 3));
});

test("a unit b bends where b₁ + b₂t = 0", () => {
  // (0, 2) bends at t = 0, (−1.5, 1.5) at t = 1, (1, 0) nowhere
  assert.equal(atPoints(scene, 0), 1);
  assert.equal(atPoints(scene, 1), 0.5); // (0, 1) only
  const apartOnes = {
    ...scene,
    units: [
      [
        [3, 0],
        [0, 1],
      ],
    ],
  };
  assert.equal(atPoints(apartOnes, 0), 0.1); // strengths 9 and 1
  assert.equal(atPoints({ ...scene, units: [[[0.04, 1]]] }, 0), 1); // nearly at 0
  assert.equal(atPoints({ ...scene, units: [[[0.06, 1]]] }, 0), 0);
});

test("words", () => {
  assert.deepEqual(readout(scene, 1), [
    ["From the dashed curve", "0.58 in the mean square"],
    ["Bends at the points", "50 % of the units' strength"],
    ["All weights moved", "0.062 times their length at the start"],
    ["Scale", "α = 4"],
  ]);
});

test("what is drawn", () => {
  const where = place(460, 260);
  const drawing = new LazyDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(0, SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const handle = circles.find((one) => one["aria-label"] === "said");
  // the pane's middle is at 116, 130 and its half side of 2 has 100 points; 3 is beyond the edge
  assert.deepEqual([handle.cx, handle.cy], ["16.00", "30.00"]);
  const ends = circles.filter(({ r }) => r === "2.2");
  assert.deepEqual(
    ends.map((one) => [one.cx, one.cy, one.class.split(" ")[0]]),
    [
      ["269.00", "55.00", "plane-dot"],
      ["344.00", "30.00", "plane-ring"],
    ],
  );
  const paths = parts(where, "path").map(({ attributes }) => attributes);
  const dashed = paths.filter((one) => one.class.includes("is-dashed"));
  assert.equal(dashed.length, 3); // two lines and the linear model
  assert.equal(dashed[1].d, "M444.00 230.00L244.00 30.00"); // (2, −2) to (−2, 2)
});
