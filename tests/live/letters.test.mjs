import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { runs, writeLine } from "../../book/_live/figures/kit/letters.js";

globalThis.document = parseHTML("<main></main>").document;

const faces = (line, vectors = "") =>
  runs(line, vectors).map(({ shown, face, level }) => `${shown} ${face}${"-·+"[level + 1]}`);

test("scalars are slanted, vectors bold, words are words", () => {
  assert.deepEqual(faces("3x = 4"), ["3 main·", "x slanted·", " = 4 main·"]);
  assert.deepEqual(faces("σ₁u₁", "u"), ["σ slanted·", "1 main-", "u bold·", "1 main-"]);
  assert.deepEqual(faces("Aᵀy", "y"), ["A slanted·", "⊤ main+", "y bold·"]);
  assert.deepEqual(faces("a point", "a"), ["a words·", "  main·", "point words·"]);
  assert.deepEqual(faces("a · b", "ab"), ["a bold·", " ·  main·", "b bold·"]);
});

test("roots, and the text as it was", () => {
  assert.deepEqual(faces("20/√500"), ["20/ main·", "√500 root·"]);
  const line = "‖x⋆ + v‖ = √(29/5) ≈ 2.408, t² steps";
  assert.equal(runs(line, "xv").map(({ text }) => text).join(""), line); // biome-ignore format: short
});

test("a point and a rounded number are not broken over two lines", () => {
  const line = "End: (36/25, 48/25), the first; the length ≈ 1.41 (of all that it can be)";
  const cell = document.createElement("dd");
  writeLine(cell, line, "");
  const whole = [...cell.querySelectorAll(".math-whole")].map(({ textContent }) => textContent);
  assert.deepEqual(whole, ["(36/25, 48/25)", "≈ 1.41"]);
  assert.equal(cell.textContent, line);
});
