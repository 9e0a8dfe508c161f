import assert from "node:assert/strict";
import { test } from "node:test";
import { planesFacts } from "../../book/_live/figures/kit/two_planes.js";
import { readout } from "../../book/_live/figures/perpendiculars/figure.js";
import { pieces, tipFacts } from "../../book/_live/figures/perpendiculars/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const A = [numbers([1, 1, 1]), numbers([0, 1, 2])];
const b = numbers([6, 8]);
const line = planesFacts({ A, b });
const names = (facts) => new Set(pieces(line, facts, 5).map(({ name }) => name));

test("a perpendicular that misses the line, worked by hand", () => {
  const facts = tipFacts(A, line, numbers([3, 0]));
  assert.equal(facts.tip.map(format).join(" "), "3 3 3");
  assert.equal(facts.foot.map(format).join(" "), "2 2 2");
  assert.equal(format(facts.gapSquared), "2");
  assert.equal(format(facts.product), "0");
  assert.equal(facts.sides.map(format).join(" "), "9 9");
  assert.ok(names(facts).has("gap"));
});

test("the line through the nearest point has no gap, the origin no direction", () => {
  const meeting = tipFacts(A, line, numbers(["1/2", "1/2"]));
  assert.equal(format(meeting.gapSquared), "0");
  assert.ok(!names(meeting).has("gap") && names(meeting).has("skew"));
  const nowhere = tipFacts(A, line, numbers([0, 0]));
  assert.equal(nowhere.gapSquared, null);
  assert.ok(!names(nowhere).has("skew"));
});

test("what the figure says", () => {
  const said = (c) => readout({ A, b }, line, numbers(c), tipFacts(A, line, numbers(c)));
  assert.deepEqual(said([-1, "1/2"]), [
    ["Point", "(−1) (1, 1, 1) + 1/2 (0, 1, 2) = (−1, −1/2, 0)"],
    ["Times the direction of L", "(−1, −1/2, 0) · (1, −2, 1) = 0"],
    ["Equations", "x + y + z = −3/2 (wanted: 6), y + 2z = −1/2 (wanted: 8)"],
    ["Gap to L", "squared length 54/5: the lines are skew"],
  ]);
  assert.equal(said([0, 0])[3][1], "no line: the point is the origin");
  assert.equal(said([1, 1])[3][1], "none: the point is on L");
  assert.equal(said([2, 2])[3][1], "none: the line meets L, but not at this point");
});
