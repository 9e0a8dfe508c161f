import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAfter, placeNamed } from "../../book/_live/figures/kit/cells.js";
import {
  cornerOf,
  painted,
  placeAt,
  readout,
  unitOf,
} from "../../book/_live/figures/pixels/geometry.js";

// two squares of 2 × 3 pixels and a gap of 1, half a pixel of margin, 10 points a pixel
const layout = { rows: 2, columns: 3, gap: 1, frame: [-0.5, -2.5, 7.5, 0.5], width: 80 };
const image = [
  [0, 4, 1],
  [2, 0, 3],
];
const state = { image, most: 4, at: [1, 2] };
const pressed = (key) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });

test("where pixels lie, by hand", () => {
  assert.equal(unitOf(layout), 10);
  assert.deepEqual(cornerOf(layout, [0, 0], 0), [5, 5]);
  assert.deepEqual(cornerOf(layout, [1, 2], 0), [25, 15]);
  assert.deepEqual(cornerOf(layout, [1, 2], 1), [65, 15]);
});

test("a point in either square names the same pixel, a point beside them none", () => {
  assert.deepEqual(placeAt(layout, 34.9, 15.1), [1, 2]);
  assert.deepEqual(placeAt(layout, 65.1, 24.9), [1, 2]);
  for (const [x, y] of [
    [4, 10],
    [40, 10],
    [76, 10],
    [10, 4],
    [10, 26],
  ]) {
    assert.equal(placeAt(layout, x, y), null);
  }
});

test("keys walk and stop at the edges", () => {
  assert.deepEqual(placeAfter([0, 0], pressed("ArrowRight"), layout), [0, 1]);
  assert.deepEqual(placeAfter([0, 0], pressed("ArrowDown"), layout), [1, 0]);
  assert.deepEqual(placeAfter([0, 0], pressed("ArrowUp"), layout), [0, 0]);
  assert.deepEqual(placeAfter([1, 2], pressed("ArrowRight"), layout), [1, 2]);
  assert.deepEqual(placeAfter([1, 1], pressed("Home"), layout), [1, 0]);
  assert.deepEqual(placeAfter([1, 1], pressed("End"), layout), [1, 2]);
  assert.equal(placeAfter([1, 1], pressed("Tab"), layout), null);
});

test("names of cells in links", () => {
  assert.deepEqual(placeNamed("2.13"), [1, 12]);
  for (const other of ["0.1", "2", "2.3.4", "row"]) assert.equal(placeNamed(other), null);
});

test("what the figure says", () => {
  assert.deepEqual(readout(state), [
    ["Pixel", "row 2, column 3: 3 of 4"],
    ["In code", "image[1, 2]"],
    ["In the long list", "entry 6 = 1 · 3 + 3"],
    ["Squared length of the image", "30"], // 16 + 1 + 4 + 9
  ]);
});

test("another number for one pixel leaves the old image alone", () => {
  const next = painted(state, 0);
  assert.deepEqual(next.image, [
    [0, 4, 1],
    [2, 0, 0],
  ]);
  assert.deepEqual(image[1], [2, 0, 3]);
});
