import assert from "node:assert/strict";
import { test } from "node:test";
import { OutputsDrawing } from "../../book/_live/figures/outputs/drawing.js";
import {
  cloud,
  covariance,
  ellipse,
  inside,
  nearest,
  readout,
  turned,
} from "../../book/_live/figures/outputs/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);
const scene = {
  angles: [90, 180],
  widths: [1, 100],
  lengths: [2, 1],
  first: [
    [0, 3, 1, 0],
    [1, -1, 5, 0.5],
  ],
  second: [
    [
      [0, 0, 1, -2],
      [0.5, 0.25, 0, 1],
    ],
    [
      [0, 0, 0, 1],
      [1, 1, 1, 1],
    ],
  ],
  at: [0, 0],
  compass: [-3, 2, 0.5],
  view: [-4, -4, 4, 4],
  ticks: { x: [[0, "0"]], y: [[0, "0"]] },
  frame: [-4, -4, 4, 4],
};

test("covariances by hand", () => {
  // at a right angle E φ(u)φ(v) is the square of 1/√(2π); for opposite inputs one factor is 0
  const [a, c, b] = covariance(90, [2, 1]);
  near(a, 2);
  near(c, 2 / (2 * Math.PI));
  near(b, 0.5);
  near(covariance(180, [2, 1])[1], 0);
  // at 60° (√3/2 + (2π/3)/2)/(2π)
  near(covariance(60, [1, 1])[1], Math.sqrt(3) / (4 * Math.PI) + 1 / 6);
});

test("the ellipse has one distance from the center", () => {
  const K = [2, 0.6, 0.5];
  const det = 2 * 0.5 - 0.36;
  for (const [x, y] of ellipse(K)) {
    near((0.5 * x * x - 1.2 * x * y + 2 * y * y) / det, -2 * Math.log(0.05));
  }
  const far = Math.sqrt(-2 * Math.log(0.05));
  assert.equal(
    inside(
      [1, 0, 1],
      [
        [far - 0.01, 0],
        [0, far + 0.01],
        [1.7, 1.8],
      ],
    ),
    1,
  );
});

test("what is nearest, and where z is turned", () => {
  assert.equal(nearest([0, 2, 5], 3.4), 1);
  assert.equal(turned([30, 90, 180], [0.1, 2]), 1);
  assert.equal(turned([30, 90, 180], [-3, -0.1]), 2);
});

test("words", () => {
  assert.deepEqual(cloud(scene, [0, 0])[1], [3, 0]);
  assert.deepEqual(readout(scene, [0, 0]), [
    ["Inside the ellipse", "3 of 4"],
    ["Networks", "k = 1, inputs 90° apart"],
    ["On an axis", "3, of which 1 are 0 at both inputs"],
    ["Mean of f(x) f(z)", "0.25, expected 0.32"],
  ]);
});

test("what is drawn", () => {
  const where = place(160, 160);
  const turns = [];
  const drawing = new OutputsDrawing(scene, where, { turn: () => {}, nudge: (n) => turns.push(n) });
  drawing.draw(cloud(scene, [1, 0]), ellipse(covariance(90, [2, 1])), 90, SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const discs = circles.filter((one) => one.class.includes("plane-dot"));
  assert.equal(discs.length, 4);
  assert.deepEqual([discs[2].cx, discs[2].cy], ["160.00", "80.00"]); // beyond the edge
  const handle = circles.find((one) => one["aria-label"] === "said");
  assert.deepEqual([handle.cx, handle.cy], ["20.00", "30.00"]); // half a unit above (−3, 2)
});
