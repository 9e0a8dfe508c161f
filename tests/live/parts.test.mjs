import assert from "node:assert/strict";
import { test } from "node:test";
import { planesFacts } from "../../book/_live/figures/kit/two_planes.js";
import { readout } from "../../book/_live/figures/parts/figure.js";
import { mostSteps, partsAt, pieces, stepsTo } from "../../book/_live/figures/parts/geometry.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const A = [numbers([1, 1, 1]), numbers([1, -1, 0])];
const line = planesFacts({ A, b: numbers([6, 2]) });
const through = planesFacts({ A, b: numbers([0, 0]) });
const names = (found, parts) => new Set(pieces(found, parts, 5).map(({ name }) => name));

test("a solution and its two parts, worked by hand", () => {
  // (2, 0, 4) = (3, 1, 2) − (1, 1, −2): squared norms 20 = 14 + 6
  const t = stepsTo(line, numbers([2, 0, 4]));
  assert.equal(format(t), "−1");
  const parts = partsAt(line, t);
  assert.equal(parts.solution.map(format).join(" "), "2 0 4");
  assert.equal([parts.rowSquared, parts.nullSquared].map(format).join(" "), "14 6");
  assert.ok(names(line, parts).has("along") && names(line, parts).has("whole"));
});

test("no step, no second part; a line through the origin has no first", () => {
  const least = names(line, partsAt(line, rational(0)));
  assert.ok(!least.has("along") && !least.has("whole") && least.has("across"));
  assert.ok(!names(through, partsAt(through, rational(1))).has("across"));
});

test("the solution stays in the box", () => {
  // 3 + t ≤ 5 allows t = 2, and 2 − 2t ≥ −5 allows more; z = 2 − 2t ≤ 5 allows t = −3/2 only
  assert.equal(format(mostSteps(line, 5, rational(1, 4))), "3/2");
});

test("what the figure says", () => {
  const said = (t) => readout(line, partsAt(line, parseRational(t)));
  assert.deepEqual(said("-1/2"), [
    ["Solution", "(5/2, 1/2, 3)"],
    ["Row-space part", "(3, 1, 2), squared norm 14"],
    ["Null-space part", "(−1/2) (1, 1, −2) = (−1/2, −1/2, 1), squared norm 3/2"],
    ["Squared norm", "14 + 3/2 = 31/2"],
  ]);
  assert.equal(said("0")[3][1], "14 + 0 = 14, the least");
});
