import assert from "node:assert/strict";
import { test } from "node:test";
import { readout } from "../../book/_live/figures/foot/figure.js";
import { footFacts, pieces } from "../../book/_live/figures/foot/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const columns = [numbers([1, 1, 1]), numbers([0, 1, 2])];
const y = numbers([2, -3, 4]);
const names = (c, to = y) =>
  new Set(pieces(columns, to, footFacts(columns, to, numbers(c)), 5).map(({ name }) => name));

test("the foot, worked by hand: the mean is 1, the slope (4 − 2) / 2", () => {
  const { best, foot, rest } = footFacts(columns, y, numbers([3, -1]));
  assert.equal(best.map(format).join(" "), "0 1");
  assert.equal(foot.map(format).join(" "), "0 1 2");
  assert.equal(rest.map(format).join(" "), "2 −4 2");
});

test("what coincides is drawn once", () => {
  assert.ok(names([3, -1]).has("skew") && names([3, -1]).has("residual"));
  assert.ok(!names([0, 1]).has("skew") && names([0, 1]).has("corner"));
  assert.ok(!names([1, 0], numbers([1, 2, 3])).has("residual")); // y is in the plane
  assert.ok(!names([0, 0], numbers([1, -2, 1])).has("across")); // its foot is the origin
});

test("what the figure says", () => {
  const said = (c) => readout(columns, numbers(c), footFacts(columns, y, numbers(c)));
  assert.deepEqual(said([3, -1]), [
    ["Xc", "3 (1, 1, 1) + (−1) (0, 1, 2) = (3, 2, 1)"],
    ["y − Xc", "(−1, −5, 3)"],
    ["Squared length of y − Xc", "35"],
    ["Its products with the columns", "−3 and 1"],
  ]);
  assert.deepEqual(said([0, 1]).slice(2), [
    ["Squared length of y − Xc", "24, the least: Xc is the foot p"],
    ["Its products with the columns", "0 and 0"],
  ]);
});
