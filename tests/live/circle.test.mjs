import assert from "node:assert/strict";
import { test } from "node:test";
import { readout } from "../../book/_live/figures/circle/figure.js";
import {
  circleFacts,
  curve,
  nearestUnit,
  UNITS,
} from "../../book/_live/figures/circle/geometry.js";
import { rationalRoot } from "../../book/_live/figures/kit/roots.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const matrix = (...rows) => rows.map((row) => row.map((x) => parseRational(String(x))));
const facts = (A, angle = 127) => circleFacts({ A, angle });
const said = (A, angle) => Object.fromEntries(readout(facts(A, angle)));
const near = (found, wanted) =>
  assert.ok(
    Math.hypot(...found.map((x, i) => x - wanted[i])) < 1e-9,
    `expected ${wanted}, received ${found}`,
  );

test("the motors, worked by hand", () => {
  const found = facts(matrix([3, 0], [4, 5]));
  const half = Math.SQRT1_2;
  near(found.v[0], [half, half]);
  near(found.v[1], [half, -half]);
  near(found.arms[0], [3 * half, 9 * half]);
  near(found.arms[1], [3 * half, -half]);
  near(found.sigma, [3 * Math.sqrt(5), Math.sqrt(5)]);
  assert.equal(found.squares.map(format).join(" "), "45 5");
  assert.equal(found.x.map(format).join(" "), "−3/5 4/5");
  assert.equal(found.image.map(format).join(" "), "−9/5 8/5");
});

test("what the figure says", () => {
  // (−3/5, 4/5) goes to (−9/5, −12/5 + 4): squared length (81 + 64)/25 = 29/5
  assert.deepEqual(said(matrix([3, 0], [4, 5])), {
    "Image of the circle": "an ellipse",
    "σ₁ and σ₂": "√45 ≈ 6.708 and √5 ≈ 2.236",
    "σ₁ σ₂ = |det A|": "15",
    "σ₁² + σ₂² = sum of squared entries": "50",
    x: "(−3/5, 4/5)",
    Ax: "(−9/5, 8/5)",
    "‖Ax‖": "√(29/5) ≈ 2.408",
  });
  const flat = said(matrix([1, 1], [2, 2]), 0);
  assert.equal(flat["Image of the circle"], "a segment, run through twice");
  assert.equal(flat["σ₁ and σ₂"], "√10 ≈ 3.162 and 0");
  assert.equal(flat.x, "(1, 0)");
  assert.equal(said(matrix([0, 0], [0, 0]))["Image of the circle"], "a point");
  const turn = said(matrix([0, -2], [2, 0]), 90);
  assert.equal(turn["Image of the circle"], "a circle");
  assert.equal(turn["σ₁ and σ₂"], "2 and 2");
  assert.equal(turn.Ax, "(−2, 0)");
  // σ₁² + σ₂² = 30 and σ₁σ₂ = 2: the squares are 15 ± √221
  assert.equal(said(matrix([1, 2], [3, 4]))["σ₁ and σ₂"], "≈ 5.465 and ≈ 0.366");
});

test("the signs of the package: the first entry of v that is not 0 is positive", () => {
  for (const A of [
    matrix([1, 0], [0, 2]),
    matrix([2, 0], [0, 1]),
    matrix([1, -5], [0, 1]),
    matrix([-1, 2], [3, "1/7"]),
    matrix([0, 0], [0, 0]),
    matrix([0, 1], [0, 0]),
  ]) {
    const { v, arms, sigma } = facts(A);
    for (const [x, y] of v) assert.ok(x > 1e-9 || (Math.abs(x) < 1e-9 && y > 0), `${[x, y]}`);
    near([Math.hypot(...arms[0]), Math.hypot(...arms[1])], sigma);
    near([v[0][0] * v[1][0] + v[0][1] * v[1][1]], [0]);
    near([arms[0][0] * arms[1][0] + arms[0][1] * arms[1][1]], [0]);
    assert.ok(sigma[0] >= sigma[1]);
  }
});

test("unit vectors are rational, and each is the nearest to its own whole degree", () => {
  assert.ok(UNITS.length > 90);
  UNITS.forEach(({ degrees, x }, i) => {
    assert.equal(format(x[0].mul(x[0]).add(x[1].mul(x[1]))), "1");
    assert.equal(nearestUnit(Math.round(degrees) % 360), i);
  });
  const gaps = UNITS.map(({ degrees }, i) => (UNITS[i + 1]?.degrees ?? 360) - degrees);
  assert.ok(Math.max(...gaps) < 9);
});

test("roots of fractions", () => {
  const root = (n, d) => {
    const found = rationalRoot(rational(n, d));
    return found && format(found);
  };
  assert.equal(root(0, 1), "0");
  assert.equal(root(1, 1), "1");
  assert.equal(root(49, 4), "7/2");
  assert.equal(root(2, 1), null);
  assert.equal(root(1, 3), null);
  assert.equal(root(10n ** 40n, 1), format(rational(10n ** 20n)));
  assert.equal(root(10n ** 40n + 1n, 1), null);
});

test("the curve closes and is the image of the circle", () => {
  const points = curve(
    [
      [3, 0],
      [4, 5],
    ],
    4,
  );
  near(points.at(-1), points[0]);
  near(points[0], [3, 4]);
  near(points[1], [0, 5]);
});
