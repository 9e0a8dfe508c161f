import assert from "node:assert/strict";
import { test } from "node:test";
import { stepsIn } from "../../book/_live/figures/kit/points.js";
import {
  areApart,
  factsOf,
  pathsOf,
  powerWeights,
  readout,
  shortest,
  valueAt,
  withPoint,
} from "../../book/_live/figures/polynomials/geometry.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(String(x)));
const state = (points, degree, constant = 1) => ({
  points: read(points),
  degree,
  constant: read(constant),
});
const PARABOLA = [
  [0, 1],
  [1, 0],
  [2, 2],
];

test("the weights are those of a power", () => {
  assert.deepEqual(powerWeights(4, rational(1)).map(format), ["1", "4", "6", "4", "1"]);
  assert.deepEqual(powerWeights(2, rational(3)).map(format), ["9", "6", "1"]);
});

test("one point and three features, by hand", () => {
  // (1 + x)²/2 against 2/3 (1 + x + x²)
  const { coefficients, lengths } = factsOf(state([[1, 2]], 2));
  assert.deepEqual(
    coefficients.map((w) => w.map(format)),
    [
      ["1/2", "1", "1/2"],
      ["2/3", "2/3", "2/3"],
    ],
  );
  // Σ w²/m: 1/4 + 1/2 + 1/4, and 4/9 (1 + 1/2 + 1); Σ w²: 3/2 and 4/3
  assert.deepEqual(
    lengths.map((each) => each.map(format)),
    [
      ["1", "3/2"],
      ["10/9", "4/3"],
    ],
  );
});

test("as many coefficients as points: one parabola for every measure", () => {
  const { coefficients, missed } = factsOf(state(PARABOLA, 2, 7));
  for (const w of coefficients) assert.deepEqual(w.map(format), ["1", "−5/2", "3/2"]);
  assert.equal(format(missed), "0");
});

test("with fewer it is least squares", () => {
  // 1, 0, 2 over 0, 1, 2: mean 1, slope 1/2; misses 1/2, −1, 1/2
  const { coefficients, missed } = factsOf(state(PARABOLA, 1, 7));
  for (const w of coefficients) assert.deepEqual(w.map(format), ["1/2", "1/2"]);
  assert.equal(format(missed), "3/2");
  assert.match(readout(state(PARABOLA, 1), factsOf(state(PARABOLA, 1)))[0][1], /add up to 3\/2/);
});

test("each is the shorter one in its own measure, and both pass through all points", () => {
  const points = read([
    [-1, 1],
    ["-1/2", 3],
    [0, 2],
    ["1/2", 0],
    [1, 2],
  ]);
  for (const [degree, constant] of [
    [5, "1"],
    [8, "1/2"],
    [12, "12"],
  ]) {
    const { coefficients, lengths } = factsOf({ points, degree, constant: read(constant) });
    assert.ok(lengths[0][0].lt(lengths[1][0]) && lengths[1][1].lt(lengths[0][1]));
    for (const w of coefficients) {
      for (const [x, y] of points) assert.ok(valueAt(w, x).equals(y));
    }
  }
  assert.equal(shortest(points, powerWeights(12, rational(1))).length, 13);
});

test("a curve is cut where it leaves the view", () => {
  const paths = pathsOf(read([0, 0, 1]), [-2, -1, 2, 1]); // x²
  assert.equal(paths.length, 1);
  const [first, last] = [paths[0][0], paths[0][paths[0].length - 1]];
  assert.ok(Math.abs(first[0] + 1) < 0.02 && Math.abs(last[0] - 1) < 0.02);
  assert.equal(first[1], 1);
  assert.equal(pathsOf(read([5]), [-2, -1, 2, 1]).length, 0);
  assert.equal(pathsOf(read([0, -4, 0, 4]), [-2, -1, 2, 1]).length, 3);
});

test("points stay in the view and pass no other", () => {
  const view = /** @type {[number, number, number, number]} */ ([-1, -2, 3, 4]);
  assert.deepEqual(stepsIn(view).map(format), ["1/5", "1/5"]);
  const moved = withPoint(read(PARABOLA), 1, [9, 9], view);
  assert.deepEqual(moved[1].map(format), ["9/5", "4"]);
  assert.ok(areApart(moved));
  assert.ok(!areApart(read([...PARABOLA, [1, 1]])));
});
