import assert from "node:assert/strict";
import { test } from "node:test";
import { runs } from "../../book/_live/figures/kit/letters.js";

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
