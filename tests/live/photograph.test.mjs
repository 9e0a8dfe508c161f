import assert from "node:assert/strict";
import { test } from "node:test";
import { imagesOf, readout } from "../../book/_live/figures/photograph/geometry.js";

const base64 = (values) => Buffer.from(Int8Array.from(values).buffer).toString("base64");
// 2 (1, 2) (3, 4, 5) + (−1) (1, −1) (1, 0, 100)
const scene = {
  rows: 2,
  columns: 3,
  left: base64([1, 2, 1, -1]),
  right: base64([3, 4, 5, 1, 0, 100]),
  scales: [2, -1],
  missed: [1, 0.08156, 0],
};

test("an image is the sum of its first terms, kept between black and white", () => {
  const images = imagesOf(scene);
  assert.deepEqual([...images(0)], [0, 0, 0, 0, 0, 0]);
  assert.deepEqual([...images(1)], [6, 8, 10, 12, 16, 20]);
  assert.deepEqual([...images(2)], [5, 8, 0, 13, 16, 120]);
});

test("what the figure says", () => {
  assert.deepEqual(readout(scene, 1), [
    ["Numbers kept", "1 · (2 + 3) = 5 instead of 6"],
    ["Distance from the photograph", "8.2 % of its norm"],
  ]);
});
