import assert from "node:assert/strict";
import { test } from "node:test";
import { CobwebDrawing } from "../../book/_live/figures/cobweb/drawing.js";
import {
  angleName,
  kept,
  nextAngle,
  radians,
  readout,
  staircase,
  startNear,
  written,
} from "../../book/_live/figures/cobweb/geometry.js";
import { rational } from "../../book/_live/shared/rational.js";
import { parts, place, SAID } from "./sheet.mjs";

const { PI } = Math;
const near = (found, expected, bound = 1e-14) =>
  assert.ok(Math.abs(found - expected) <= bound, `${found} is not ${expected}`);
const last = (start, layers) => staircase(start, layers).at(-1)[0];

test("one layer, by hand", () => {
  assert.equal(nextAngle(0), 0);
  near(nextAngle(PI), PI / 2); // the cosine is 0
  near(nextAngle(PI / 2), Math.acos(1 / PI));
  near(nextAngle(PI / 3), Math.acos((Math.sqrt(3) / 2 + PI / 3) / PI));
});

test("small angles keep their digits", () => {
  // θ₊ = θ − θ²/(3π) + …: by a program with 40 digits
  for (const theta of [1e-12, 1e-9, 1e-7]) {
    near(nextAngle(theta) / theta, 1 - theta / (3 * PI), 4e-16 + theta ** 2);
  }
  near(nextAngle(0.5 - 1e-12), nextAngle(0.5), 2e-12); // series and difference meet
});

test("layers times angle tends to 3π", () => {
  for (const [layers, expected] of [
    [10, 1.63],
    [100, 2.69],
    [1000, 2.96],
  ]) {
    near((layers * last(PI / 2, layers)) / PI, expected, 0.005);
  }
});

test("the staircase goes to the curve and to the diagonal", () => {
  const half = PI / 2;
  const after = Math.acos(1 / PI);
  const corners = staircase(PI, 2);
  const expected = [
    [PI, 0],
    [PI, half],
    [half, half],
    [half, after],
    [after, after],
  ];
  assert.equal(corners.length, expected.length);
  corners.flat().forEach((entry, k) => {
    near(entry, expected.flat()[k]);
  });
  assert.deepEqual(staircase(1, 0), [
    [1, 0],
    [1, 1],
  ]);
});

test("starts on the axis", () => {
  const text = (degrees) => written(startNear(radians(rational(degrees))));
  assert.deepEqual([-20, 2, 45, 88, 117, 118, 200].map(text), [
    "0°",
    "0°",
    "45°",
    "90°",
    "117°",
    "120°",
    "180°",
  ]);
  assert.ok(kept(rational(181)).equals(180));
  assert.ok(kept(rational(-1)).equals(0));
  assert.equal(written(rational(25, 2)), "12.5°");
});

test("words", () => {
  assert.deepEqual(readout(rational(180), 1), [
    ["Angle", "90° after 1 layer, still above 10°"],
    ["Layers times angle", "l θ = 0.50π, in the long run 3π"],
    ["Start", "θ₀ = 180°: opposite inputs, orthogonal after one layer"],
    ["Cosine", "cos θ = 0.0000"],
  ]);
  const [angle, times] = readout(rational(90), 100);
  assert.deepEqual(angle, ["Angle", "4.85° after 100 layers, no longer above 10°"]);
  assert.deepEqual(times, ["Layers times angle", "l θ = 2.69π, in the long run 3π"]);
  assert.deepEqual(readout(rational(0), 7)[1], ["Layers times angle", "l θ = 0.00π"]);
  assert.equal(readout(rational(120), 0)[3][1], "cos θ = −0.5000");
  assert.equal(angleName(130), "θ₁₃₀");
});

test("what is drawn", () => {
  const where = place(400, 400);
  const view = [0, 0, 4, 4];
  const ticks = { x: [[0, "0"]], y: [[0, "0"]] };
  const scene = { start: "90", layers: 1, view, ticks, frame: view };
  const drawing = new CobwebDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(PI, 1, SAID);
  const [end, handle] = parts(where, "circle").map(({ attributes }) => attributes);
  assert.deepEqual([end.class, end.cx, end.cy], ["plane-dot plane-orange", "157.08", "242.92"]);
  assert.deepEqual([handle.cx, handle.cy, handle["aria-label"]], ["314.16", "400.00", "said"]);
  const paths = parts(where, "path").map(({ attributes }) => attributes);
  assert.equal(
    paths.find((one) => one.class === "plane-light plane-ink").d,
    "M314.16 400.00L314.16 242.92L157.08 242.92",
  );
  assert.equal(
    paths.find((one) => one.class === "plane-hair plane-orange").d,
    "M157.08 242.92L157.08 400.00",
  );
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts.slice(-3), ["10°", "one layer", "θ1"]);
});
