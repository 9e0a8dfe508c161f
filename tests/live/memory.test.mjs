import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryDrawing } from "../../book/_live/figures/memory/drawing.js";
import {
  basisOf,
  firstOf,
  hebb,
  hit,
  probeOf,
  projection,
  readout,
  recalled,
  settled,
  signsOf,
  wrong,
} from "../../book/_live/figures/memory/geometry.js";
import { parts, place } from "./sheet.mjs";

const near = (found, expected) => {
  assert.equal(found.length, expected.length);
  for (const [i, entry] of found.entries()) {
    assert.ok(Math.abs(entry - expected[i]) < 1e-12, `${found}`);
  }
};
// two patterns that share three of four pixels
const patterns = ["1111", "1110"].map(signsOf);

test("both rules, by hand", () => {
  assert.deepEqual(patterns[1], [1, 1, 1, -1]);
  // XXᵀ = [[4, 2], [2, 4]]; the probe (1, 1, −1, −1) has the products 0 and 2
  near(hebb(patterns, [1, 1, -1, -1]), [0.5, 0.5, 0.5, -0.5]);
  near(projection(patterns, [1, 1, -1, -1]), [1 / 3, 1 / 3, 1 / 3, -1]);
  near(projection(patterns, patterns[0]), patterns[0]);
  near(hebb(patterns, patterns[0]), [1.5, 1.5, 1.5, 0.5]);
});

test("dependent patterns add nothing", () => {
  assert.equal(basisOf([...patterns, patterns[0], [0, 0, 0, 0]]).length, 2);
  near(projection([...patterns, patterns[1]], [1, 1, -1, -1]), [1 / 3, 1 / 3, 1 / 3, -1]);
});

test("signs, until nothing changes", () => {
  assert.deepEqual(
    settled((x) => hebb(patterns, x), [1, 1, -1, -1]),
    [1, 1, 1, -1],
  );
  // an entry of 0 decides nothing
  assert.deepEqual(
    settled(() => [0, 2, -3], [1, 1, 1]),
    [1, 1, -1],
  );
});

test("what is shown, and how much of it is wrong", () => {
  const state = { stored: 2, shown: 1, flipped: firstOf([2, 0, 1, 3], 1) };
  assert.deepEqual(state.flipped, [false, false, true, false]);
  assert.deepEqual(probeOf(patterns, state), [1, 1, -1, -1]);
  assert.deepEqual(recalled(patterns, state).signs, [1, 1, 1, -1]);
  assert.equal(wrong([0.2, -1, 0, -3], patterns[1]), 2);
  assert.deepEqual(readout(patterns, state), [
    ["Shown", "pattern 1 with 1 pixel flipped"],
    ["Wrong pixels", "Hebb 0, projection 0, with signs"],
    ["Wrong signs after one step", "Hebb 0, projection 0"],
    ["Distance of the projection", "1.15 of 2.00"],
  ]);
  const fewer = { ...state, stored: 1, flipped: firstOf([2, 0, 1, 3], 2) };
  assert.equal(
    readout(patterns, fewer)[0][1],
    "pattern 1 with 2 pixels flipped, which is not stored",
  );
});

// 2×2 pixels; three recalled images, two stored ones
const panes = [
  [0, 0, 4],
  [5, 0, 1],
  [5, 1.5, 1],
  [5, 3, 1],
  [0, 5, 1],
  [2, 5, 1],
];

test("what lies under the pointer", () => {
  const size = { rows: 2, columns: 2 };
  assert.deepEqual(hit(panes, size, [3.9, 0.1]), { pixel: [0, 1] });
  assert.deepEqual(hit(panes, size, [0, 2]), { pixel: [1, 0] });
  assert.deepEqual(hit(panes, size, [2.5, 5.5]), { stored: 1 });
  for (const at of [
    [4.5, 1],
    [5.5, 0.5],
    [1.5, 5.5],
    [0, -0.1],
  ]) {
    assert.equal(hit(panes, size, at), null);
  }
});

test("images, marks and names are drawn where the scene has them", () => {
  const layout = { size: [2, 2], panes, words: [["Hebb", 7, -0.5, "ink"]], frame: [0, -6, 8, 0] };
  const drawing = new MemoryDrawing(layout, { width: 80, height: 60 }, patterns);
  const where = place(80, 60);
  where.root.append(drawing.svg);
  const found = { hebb: [0, 0, 0, 0], signs: [1, 1, 1, 1], projection: [3, -3, 0.5, 0] };
  drawing.show({
    probe: [1, -1, 1, 1],
    flipped: [false, true, false, false],
    found,
    stored: 1,
    shown: 1,
    at: [1, 0],
  });
  const dots = parts(where, "circle").map((dot) => dot.attributes);
  assert.deepEqual(
    dots.map((dot) => dot.display),
    ["none", "inline", "none", "none"],
  );
  assert.deepEqual([dots[1].cx, dots[1].cy], ["30", "10"]);
  const lines = parts(where, "path").filter((line) => line.attributes.class === "memory-stored");
  assert.deepEqual(
    lines.map((line) => line.attributes.display),
    ["inline", "none"],
  );
  const [frame] = parts(where, "rect").filter((box) => box.attributes.class === "memory-shown");
  assert.deepEqual([frame.attributes.x, frame.attributes.y], ["20", "50"]);
  const inks = parts(where, "rect").map((box) => box.style.fillOpacity);
  const cells = inks.filter((ink) => ink !== undefined);
  assert.deepEqual(cells.slice(0, 4), ["1.000", "0.000", "1.000", "1.000"]);
  assert.deepEqual(cells.slice(12), ["1.000", "0.000", "0.750", "0.500"]);
});
