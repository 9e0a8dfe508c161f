import assert from "node:assert/strict";
import { test } from "node:test";
import { JumpDrawing } from "../../book/_live/figures/jump/drawing.js";
import { parseRational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

// not what the book draws: whatever is typed into the drawing would show
const SCENE = {
  epsilon: "1/2",
  reach: 2,
  high: 4,
  ticks: {
    x: [
      [-1, "west"],
      [0, "null"],
    ],
    y: [[3, "three"]],
  },
  branches: [
    [
      [1, 1],
      [2, 0.5],
      [2, 0],
    ],
    [
      [-1, -1],
      [-2, 0],
    ],
  ],
  single: [1, 2],
  words: [["here", -1, 2, "orange"]],
  frame: [-2, -4, 2, 4],
};

test("numbers, words, branches and the point are those of the scene", () => {
  const where = place(400, 800);
  const drawing = new JumpDrawing(SCENE, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(parseRational("1/2"));
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts, ["west", "null", "three", "here"]);
  const here = parts(where, "text").at(-1).attributes;
  assert.deepEqual([here.x, here.y, here["text-anchor"]], ["100.00", "200.00", "middle"]);
  const branches = parts(where, "path").filter((p) => p.attributes.class.includes("plane-blue"));
  assert.deepEqual(
    branches.map((branch) => branch.attributes.d),
    ["M300.00 300.00L400.00 350.00L400.00 400.00", "M100.00 500.00L0.00 400.00"],
  );
  const [single, ring, handle] = parts(where, "circle").map((circle) => circle.attributes);
  assert.deepEqual([single.cx, single.cy], ["300.00", "200.00"]);
  // by hand: the entry for ε = 1/2 is 2, so the ring is at (1/2, 2)
  assert.deepEqual([ring.cx, ring.cy, handle.cx], ["250.00", "200.00", "250.00"]);
});
