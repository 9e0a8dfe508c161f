import assert from "node:assert/strict";
import { test } from "node:test";
import { FiltersDrawing } from "../../book/_live/figures/filters/drawing.js";
import {
  descentFactor,
  filtersOf,
  readout,
  ridgeFactor,
  stepsFor,
} from "../../book/_live/figures/filters/geometry.js";
import { parts, place, SAID } from "./sheet.mjs";

const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);

test("the lamps, by hand", () => {
  // σ = 9 and 1, λ = 9: 9/10 + 1/10; the cut at 3 keeps one; nine steps of 1/81
  const found = filtersOf([9, 1], 9);
  near(found.ridge, 1);
  assert.equal(found.kept, 1);
  assert.equal(found.steps, 9);
  near(found.descent, 1 + 1 - (80 / 81) ** 9);
});

test("one direction at a time", () => {
  near(ridgeFactor(2, 4), 0.5);
  assert.equal(stepsFor(3, 100), 1);
  near(descentFactor(1, 2, 2), 1 - (3 / 4) ** 2);
  near(descentFactor(2, 2, 5), 1);
});

test("words", () => {
  const found = { ridge: 1.04, kept: 1, descent: 1.26, steps: 1 };
  assert.deepEqual(readout(found, 2, "9"), [
    ["Ridge", "λ = 9 lets through as much as 1.0 of 2 directions"],
    ["Cut", "keeps 1 direction whole"],
    ["Descent", "1 step lets through 1.3"],
  ]);
  assert.equal(readout({ ...found, steps: 9, kept: 2 }, 2, "9")[2][1], "9 steps let through 1.3");
  assert.equal(readout({ ...found, kept: 2 }, 2, "9")[1][1], "keeps 2 directions whole");
});

test("numbers, marks and the point to move are those of the scene", () => {
  const scene = {
    sigma: [10, 1],
    penalty: "1",
    view: [0, 1],
    ticks: {
      x: [
        [0, "1"],
        [1, "10^{1}"],
      ],
      y: [[1, "one"]],
    },
    frame: [0, 0, 1, 2],
  };
  const where = place(100, 200);
  new FiltersDrawing(scene, where, { drag: () => {}, nudge: () => {} }).draw(1, SAID);
  const texts = parts(where, "text").map((text) => text.textContent);
  // 10¹ is a 10 with a raised 1
  assert.deepEqual(texts, ["1", "101", "one", "σ", "f", "ridge", "cut", "descent"]);
  const marks = parts(where, "path").filter((p) => p.attributes.class.includes("plane-light"));
  assert.deepEqual(
    marks.map((mark) => mark.attributes.d),
    ["M100.00 200.00L100.00 195.00", "M0.00 200.00L0.00 195.00"],
  );
  const [handle] = parts(where, "circle").map((circle) => circle.attributes);
  assert.deepEqual([handle.cx, handle.cy], ["0.00", "150.00"]);
});
