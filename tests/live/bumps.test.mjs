import assert from "node:assert/strict";
import { test } from "node:test";
import { curvesOf, factsOf, readout } from "../../book/_live/figures/bumps/geometry.js";
import { gaussian, placesOf } from "../../book/_live/figures/kit/places.js";
import { stepsIn, withPoint } from "../../book/_live/figures/kit/points.js";
import { solvePositive } from "../../book/_live/figures/kit/positive.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(String(x)));
const state = (points, length, penalty = 0) => ({
  points: read(points),
  length: rational(length),
  penalty: read(penalty),
});
// With this ℓ a bump is 1/2 at the distance 1 and 1/16 at the distance 2.
const HALVES = 1 / Math.sqrt(2 * Math.log(2));
const THREE = [
  [0, 1],
  [1, 0],
  [2, 1],
];

function near(found, expected) {
  found.forEach((value, i) => {
    assert.ok(Math.abs(value - expected[i]) < 1e-9, `${found} instead of ${expected}`);
  });
}

test("bumps that halve: the heights by hand", () => {
  assert.ok(Math.abs(gaussian(3, 5, HALVES) - 1 / 16) < 1e-12);
  const { alpha, fitted, missed, size } = factsOf({
    ...state(THREE, 1),
    length: { valueOf: () => HALVES },
  });
  near(alpha, [16 / 9, -16 / 9, 16 / 9]);
  near(fitted, [1, 0, 1]);
  near([missed, size], [0, 32 / 9]);
});

test("one point with a penalty: a part of its value", () => {
  const { alpha, fitted, missed, size } = factsOf(state([[2, 3]], 1, "1/2"));
  near([...alpha, ...fitted, missed, size], [2, 2, 1, 4]);
});

test("points at one place share a bump, and the curve passes through their mean", () => {
  const points = [
    [0, 1],
    [0, 3],
  ];
  const facts = factsOf(state(points, 1));
  near([...facts.alpha, ...facts.fitted, facts.missed], [1, 1, 2, 2, 2]);
  assert.equal(placesOf(read(points)).length, 1);
  const said = readout(state(points, 1), facts);
  assert.match(said[0][1], /at x = 0 it passes through the mean of 1 and 3, which is 2$/);
  // (K + λI)α = y with K all ones and λ = 2: sum 1, difference 1
  near(factsOf(state(points, 1, 2)).alpha, [0, 1]);
});

test("equal heights are those of all points, with a penalty", () => {
  const { points, length, penalty } = state([...THREE, [1, 2]], 1, "1/4");
  const { alpha } = factsOf({ points, length, penalty });
  const at = points.map(([x]) => x.valueOf());
  const left = at.map(
    (x, i) => alpha.reduce((s, a, j) => s + a * gaussian(x, at[j], 1), 0) + alpha[i] / 4,
  );
  near(left, [1, 0, 1, 2]);
});

test("Cholesky's factor solves", () => {
  near(
    solvePositive(
      [
        [4, 2],
        [2, 5],
      ],
      [10, 13],
    ),
    [1.5, 2],
  );
});

test("what is said", () => {
  const fitted = readout(state(THREE, 1), factsOf(state(THREE, 1)));
  assert.equal(fitted[0][1], "for ℓ = 1 and λ = 0 it passes through all points");
  const far = [
    [0, 2],
    [100, -1],
  ];
  const said = readout(state(far, 1), factsOf(state(far, 1)));
  assert.equal(said[1][1], "α₁ = 2, α₂ = −1");
  assert.equal(said[2][1], "5");
  const shrunk = readout(state([[0, 3]], 1, 1), factsOf(state([[0, 3]], 1, 1)));
  assert.match(shrunk[0][1], /the squares add up to ≈ 2\.25$/);
});

test("the curve is the sum of the bumps", () => {
  const given = state(THREE, 1);
  const view = /** @type {[number, number, number, number]} */ ([-2, -9, 4, 9]);
  const { bumps, curve } = curvesOf(given, factsOf(given), view);
  curve[0].forEach(([x, y], k) => {
    const sum = bumps.reduce((total, paths) => total + paths[0][k][1], 0);
    assert.ok(Math.abs(sum - y) < 1e-12 && x === bumps[0][0][k][0]);
  });
});

test("points stay in view and may stand above each other", () => {
  const view = /** @type {[number, number, number, number]} */ ([-1, -2, 3, 4]);
  assert.deepEqual(stepsIn(view).map(format), ["1/5", "1/5"]);
  assert.deepEqual(withPoint(read(THREE), 1, [0.04, 9], view)[1].map(format), ["0", "4"]);
});
