import assert from "node:assert/strict";
import { test } from "node:test";
import { ScissorsDrawing } from "../../book/_live/figures/scissors/drawing.js";
import { fitOf, inPane, readout } from "../../book/_live/figures/scissors/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

/** @param {string} h @param {string[]} y */
const state = (h, y = ["4", "1"]) => ({ h: parseRational(h), y: y.map(parseRational) });
const weights = (/** @type {string} */ h) => fitOf(state(h)).weights.map(format);

test("the weights fly off and their sum stands still", () => {
  // by hand: w₁ + w₂ = 2, w₁ − w₂ = 1/h
  assert.deepEqual(weights("1"), ["3/2", "1/2"]);
  assert.deepEqual(weights("1/10"), ["6", "−4"]);
  assert.deepEqual(weights("-1/10"), ["−4", "6"]);
  for (const h of ["1", "1/10", "0"]) {
    const said = Object.fromEntries(readout(state(h)));
    assert.equal(said["Prediction for (1, 1)"], "w₁ + w₂ = 2, for every h");
  }
});

test("closed blades settle no weight, and the shortest is shown", () => {
  assert.deepEqual(weights("0"), ["1", "1"]);
  const said = Object.fromEntries(readout(state("0")));
  assert.match(said.Weights, /^not settled: .*\(1, 1\) is the shortest$/);
  assert.match(said.Columns, /y is missed by 1$/);
  assert.match(Object.fromEntries(readout(state("0", ["4", "0"]))).Columns, /y is met$/);
});

test("a segment is cut at the edge of its pane", () => {
  assert.deepEqual(inPane([0, 0], [8, 4], 5), [
    [0, 0],
    [5, 2.5],
  ]);
  assert.deepEqual(inPane([1, 1], [2, 1], 5), [
    [1, 1],
    [2, 1],
  ]);
  assert.deepEqual(inPane([6, 6], [7, 6], 5), []);
  assert.deepEqual(inPane([1, 1], [1, 1], 5), []);
});

test("what leaves a pane ends at its edge, and the word says that it goes on", () => {
  const where = place(400, 200);
  const grip = { drag: () => {}, nudge: () => {} };
  const drawing = new ScissorsDrawing(where, [-2.14, -1.07, 2.14, 1.07], {
    blade: grip,
    target: grip,
  });
  for (const [h, word] of [
    ["1", "w"],
    ["1/100", "w …"],
  ]) {
    drawing.draw(state(h), fitOf(state(h)), ["blade", "target"]);
    const texts = parts(where, "text").map((text) => text.textContent);
    assert.ok(texts.includes(word), texts.join(", "));
    for (const circle of parts(where, "circle")) {
      assert.ok(Math.abs(Number(circle.attributes.cx) - 200) <= 200);
    }
  }
});
