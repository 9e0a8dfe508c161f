import assert from "node:assert/strict";
import { test } from "node:test";
import { readout } from "../../book/_live/figures/descent/figure.js";
import {
  bowlOf,
  descentFacts,
  pathOf,
  startNear,
} from "../../book/_live/figures/descent/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const written = (texts) => texts.map(format).join(" ");
const PARCELS = bowlOf([numbers([1, 0]), numbers([0, 1]), numbers([1, 1])], numbers([2, 3, 8]));
const VALLEY = bowlOf([numbers([3, 4])], numbers([12]));
const state = (start, step) => ({ start: numbers(start), step: parseRational(step) });
const said = (bowl, at) => readout(bowl, at, descentFacts(bowl, at)).map(([, text]) => text);

test("two parcels, worked by hand", () => {
  assert.equal(written(PARCELS.bottom), "3 4");
  assert.equal(written(PARCELS.exact), "3 1");
  const facts = descentFacts(PARCELS, state([0, 0], "1/2"));
  assert.equal(written(facts.next), "5 11/2");
  assert.deepEqual(facts.factors, [-0.5, 0.5]);
  const path = pathOf(PARCELS, state([0, 0], "1/2"), 100);
  assert.deepEqual(path.slice(0, 2), [
    [0, 0],
    [5, 5.5],
  ]);
  assert.ok(Math.hypot(path[40][0] - 3, path[40][1] - 4) < 1e-9);
});

test("steps up to the bound and beyond", () => {
  const ends = ["39/60", "40/60", "41/60"].map(
    (step) => descentFacts(PARCELS, state([0, 0], step)).converges,
  );
  assert.deepEqual(ends, [true, false, false]);
  assert.ok(pathOf(PARCELS, state([0, 0], "1"), 100).length < 41); // it runs away
});

test("in a valley the nearest minimizer is the end", () => {
  assert.equal(written(descentFacts(VALLEY, state([1, 1], "1/50")).end), "8/5 9/5");
  assert.equal(written(descentFacts(VALLEY, state([6, 8], "1/50")).end), "36/25 48/25");
});

test("starts on singular directions attract", () => {
  const frame = [-1, -1, 7, 6];
  assert.equal(written(startNear(PARCELS, [1.02, 2.05], frame)), "1 2"); // (3, 4) − 2 (1, 1)
  assert.equal(written(startNear(PARCELS, [6.04, 5.9], frame)), "6 6");
  const [x, y] = startNear(VALLEY, [0.61, 0.79], [-0.5, 0, 2, 2]);
  assert.ok(x.mul(4).equals(y.mul(3)));
});

test("irrational singular values are rounded, matrices of rank 1 have no bottom of their own", () => {
  const rides = bowlOf(
    [1, 2, 3, 4].map((t) => numbers([1, t])),
    numbers([6, 5, 10, 11]),
  );
  assert.equal(rides.exact, null);
  assert.match(said(rides, state([0, 0], "1/50"))[0], /2\/σ₁² ≈ 0\.0599$/);
  assert.match(said(rides, state([0, 0], "1/50"))[2], /^≈ 0\.332 and ≈ 0\.988$/);
});

test("what the figure says", () => {
  assert.deepEqual(said(PARCELS, state([0, 0], "1/2")), [
    "η = 1/2, less than 2/σ₁² = 2/3",
    "(3, 4), the only minimizer",
    "−1/2 and 1/2",
    "from (0, 0) to (5, 11/2)",
  ]);
  assert.deepEqual(said(VALLEY, state([1, 1], "1/50")).slice(1), [
    "(8/5, 9/5), the minimizer nearest to the start; the shortest is (36/25, 48/25)",
    "1/2",
    "from (1, 1) to (13/10, 7/5)",
  ]);
  assert.equal(said(VALLEY, state([3, 4], "1/50"))[1], "(36/25, 48/25), the shortest minimizer");
  assert.match(said(VALLEY, state([1, 1], "2/25"))[1], /^none/);
});
