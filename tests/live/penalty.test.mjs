import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestPlace, penalties } from "../../book/_live/figures/kit/penalties.js";
import {
  levelCurve,
  pathOf,
  penaltyFacts,
  readout,
  ridge,
  short,
  shortRoot,
} from "../../book/_live/figures/penalty/geometry.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const read = (rows) => rows.map((row) => row.map((entry) => rational(entry)));
const X = read([
  [5, 4],
  [4, 5],
]);
const state = {
  X,
  truth: [rational(1), rational(1)],
  error: [rational(1), rational(-1)],
  penalty: rational(9),
};
const texts = (vector) => vector.map(format);

test("the lamps, by hand", () => {
  const facts = penaltyFacts(state);
  assert.deepEqual(texts(facts.y), ["10", "8"]);
  assert.deepEqual(texts(facts.w), ["1", "4/5"]);
  assert.deepEqual(texts(facts.solution), ["2", "0"]);
  // y − Xw = (9/5, 0), |w|² = 1 + 16/25, and 1/5 from (1, 1)
  assert.deepEqual(texts([facts.missed, facts.length, facts.distance]), ["81/25", "41/25", "1/25"]);
  assert.deepEqual(readout(state, facts), [
    ["Ridge answer", "λ = 9: w = (1, 4/5)"],
    ["Distance from the true w", "1/5"],
    ["Without a penalty", "≈ 1.41"],
    ["Readings", "y = (10, 8)"],
    ["Squared error", "81/25"],
    ["Squared length", "41/25"],
  ]);
});

test("a matrix that is not symmetric", () => {
  // XᵀX = [[5, 1], [1, 1]], Xᵀy = (7, 1): with 1 added [[6, 1], [1, 2]], determinant 11
  const w = ridge(
    read([
      [2, 0],
      [1, 1],
    ]),
    [rational(3), rational(1)],
    rational(1),
  );
  assert.deepEqual(texts(w), ["13/11", "-1/11".replace("-", "−")]);
});

test("the path ends at both ends, and the level curve misses equally", () => {
  const floats = [
    [5, 4],
    [4, 5],
  ];
  const way = pathOf(floats, [10, 8]);
  assert.ok(Math.hypot(way[0][0] - 2, way[0][1]) < 1e-12);
  assert.ok(Math.hypot(...way.at(-1)) < 1e-3);
  for (const [u, v] of levelCurve(floats, [10, 8], 1.8)) {
    assert.ok(Math.abs(Math.hypot(10 - 5 * u - 4 * v, 8 - 4 * u - 5 * v) - 1.8) < 1e-9);
  }
});

test("numbers are exact if that is short", () => {
  assert.equal(short(parseRational("41/25")), "41/25");
  assert.equal(short(parseRational("-123456/654321")), "≈ −0.189");
  assert.equal(shortRoot(parseRational("1/25")), "1/5");
  assert.equal(shortRoot(parseRational("2")), "≈ 1.41");
});

test("penalties as the slider counts them", () => {
  const series = [rational(0), ...penalties(-1, 1)];
  assert.equal(series.length, 20);
  assert.deepEqual(texts([series[1], series[10], series[18], series[19]]), [
    "1/10",
    "1",
    "9",
    "10",
  ]);
  assert.equal(nearestPlace(series, 0), 0);
  assert.equal(nearestPlace(series, -3), 0);
  assert.equal(nearestPlace(series, 9), 18);
  assert.equal(nearestPlace(series, 1e9), 19);
  assert.equal(nearestPlace(series, 0.104), 1);
});
