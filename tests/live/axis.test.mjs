import assert from "node:assert/strict";
import { test } from "node:test";
import {
  directionOf,
  footOf,
  halfTurn,
  readout,
  spreadOf,
} from "../../book/_live/figures/axis/geometry.js";

const FIVE = [
  [1, 4],
  [5, 1],
  [6, 4],
  [9, 3],
  [9, 8],
];
const close = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-9, `${value}`);
const BEST = (Math.atan2(1, 2) * 180) / Math.PI;

test("five points, worked by hand", () => {
  // squares 50 and 20 along (2, 1) and (−1, 2), over 4
  const spread = spreadOf(FIVE);
  assert.deepEqual(spread.mean, [6, 4]);
  close(spread.total, 17.5);
  close(spread.most, 12.5);
  close(spread.best, BEST);
  close(spread.along(BEST), 12.5);
  close(spread.along(BEST + 90), 5);
  close(spread.along(0), 11); // 25 + 1 + 0 + 9 + 9 = 44
  close(spread.along(180), 11);
});

test("feet lie on the axis, straight across", () => {
  const foot = footOf([9, 8], [6, 4], directionOf(BEST));
  close(foot[0], 10);
  close(foot[1], 6);
});

test("an axis is an angle below 180 degrees", () => {
  assert.deepEqual([0, 180, -1, 359, 200].map(halfTurn), [0, 0, 179, 179, 20]);
});

test("what the figure says adds up as it is shown", () => {
  const rows = Object.fromEntries(readout(spreadOf(FIVE), 0));
  assert.equal(rows.Axis, "0° from the horizontal");
  assert.equal(rows["Variance along the axis"], "11.00");
  assert.equal(rows["Variance across it"], "6.50");
  assert.equal(rows.Together, "17.50");
  assert.equal(rows["Share along"], "62.9 %"); // 44 of 70
  const best = Object.fromEntries(readout(spreadOf(FIVE), 27));
  assert.equal(best["Share along"], "71.4 %, the largest possible");
});
