import assert from "node:assert/strict";
import { test } from "node:test";
import { readout } from "../../book/_live/figures/vectors/figure.js";
import { angleText, cosineText, vectorsFacts } from "../../book/_live/figures/vectors/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const state = (a, b) => ({ a: numbers(a), b: numbers(b) });
const shown = (vector) => vector.map(format).join(" ");
const said = (a, b) => Object.fromEntries(readout(state(a, b), vectorsFacts(state(a, b))));

test("the figure's own vectors, worked by hand", () => {
  // 3·4 + 4·2 = 20, so c = 20/25 = 4/5; cos θ = 20/(5·√20)
  assert.deepEqual(said([3, 4], [4, 2]), {
    "a · b": "3 · 4 + 4 · 2 = 20",
    "Squared lengths": "a · a = 25, b · b = 20",
    "Cosine of θ": "20/√500 ≈ 0.8944",
    "Angle θ": "≈ 26.57°",
    "Projection of b": "p = 4/5 a = (12/5, 16/5)",
    Rest: "r = b − p = (8/5, −6/5), a · r = 0",
    "p · p + r · r": "16 + 4 = 20",
  });
});

test("a right angle, the same direction, the opposite one", () => {
  const right = vectorsFacts(state([3, 4], [8, -6]));
  assert.deepEqual([right.cosine, right.angle, shown(right.shadow)], ["0", "90°", "0 0"]);
  const same = vectorsFacts(state([1, 2], [2, 4]));
  assert.deepEqual([same.cosine, same.angle, shown(same.rest)], ["1", "0°", "0 0"]);
  const opposite = vectorsFacts(state([1, 2], ["-1/2", -1]));
  assert.deepEqual([opposite.cosine, opposite.angle], ["−1", "180°"]);
  assert.equal(format(opposite.multiplier), "−1/2");
});

test("cosines and angles that are not rounded", () => {
  // (3, 4)·(4, 3) = 24 of 25; (1, 0) and (−1, 1) are 135° apart
  assert.equal(vectorsFacts(state([3, 4], [4, 3])).cosine, "24/25");
  assert.equal(vectorsFacts(state([1, 0], [-1, 1])).angle, "135°");
  assert.equal(cosineText(parseRational("-1"), parseRational("2")), "−1/√2 ≈ −0.7071");
  assert.equal(cosineText(parseRational("1/2"), parseRational("3/4")), "(1/2)/√(3/4) ≈ 0.5774");
  assert.equal(cosineText(parseRational("1"), parseRational("4/9")), "3/2");
  assert.equal(angleText(parseRational("1"), parseRational("-2")), "≈ 63.43°");
});

test("the zero vector has no angle", () => {
  const first = said([0, 0], [4, 2]);
  assert.equal(first["Cosine of θ"], "not defined: a is the zero vector");
  assert.equal(first["Projection of b"], "p = (0, 0), the only multiple of a");
  assert.equal(first["p · p + r · r"], "0 + 20 = 20");
  const second = said([3, 4], [0, 0]);
  assert.equal(second["Angle θ"], "not defined: b is the zero vector");
  assert.equal(second["Projection of b"], "p = 0 a = (0, 0)");
});
