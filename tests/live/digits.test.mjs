import assert from "node:assert/strict";
import { test } from "node:test";
import { DigitsDrawing } from "../../book/_live/figures/digits/drawing.js";
import { factsAt, inWords, readout } from "../../book/_live/figures/digits/geometry.js";
import { parts, place } from "./sheet.mjs";

const scene = {
  degree: 1,
  treatment: 0,
  kappa: [
    [10, 1e15],
    [2, 1000],
    [1, 100],
  ],
  digits: {
    refined: [
      [15, 15],
      [15, 15],
      [15, 15],
    ],
    lstsq: [
      [14, 1.5],
      [15, 13],
      [15, 14],
    ],
    cholesky: [
      [13, 0],
      [15, 10],
      [15, 12],
    ],
  },
};

test("facts are looked up, and the condition number leaves digits", () => {
  assert.deepEqual(factsAt(scene, 2, 0), {
    kappa: 1e15,
    left: 1,
    digits: { refined: 15, lstsq: 1.5, cholesky: 0 },
  });
  assert.equal(factsAt(scene, 2, 2).left, 14);
  assert.equal(factsAt({ kappa: [[1e17]], digits: {} }, 1, 0).left, 0);
});

test("numbers in words", () => {
  assert.equal(inWords(27.4), "27");
  assert.equal(inWords(1.49), "1.5");
  assert.equal(inWords(1.77e15), "1.8 · 10¹⁵");
});

test("words", () => {
  assert.deepEqual(readout(factsAt(scene, 2, 0), 2, 0), [
    ["Degree", "2, x as it is: κ ≈ 1.0 · 10¹⁵"],
    ["Digits that κ leaves of 16", "1.0"],
    ["Right digits of the worst coefficient", "Cholesky none, lstsq 1.5, refined 15.0"],
  ]);
});

test("marks and the handle are where the numbers are", () => {
  const where = place(200, 160);
  const ticks = {
    x: [
      [1, "1"],
      [2, "2"],
    ],
    y: [[0, "0"]],
  };
  const drawing = new DigitsDrawing({ ...scene, ticks, frame: [0, 0, 4, 16] }, where, {
    drag: () => {},
    nudge: () => {},
  });
  drawing.draw(2, 0, "said");
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts.slice(0, 5), ["1", "2", "0", "degree", "digits"]);
  assert.equal(texts.length, 9);
  const handle = parts(where, "circle").at(-1).attributes;
  // on top of the upright line at the degree, where it hides no mark
  assert.deepEqual([handle.cx, handle.cy], ["100.00", "0.00"]);
  assert.equal(parts(where, "circle").length, 7);
});
