import assert from "node:assert/strict";
import { test } from "node:test";
import { readout } from "../../book/_live/figures/fit/figure.js";
import {
  fitFacts,
  heightNear,
  pointNear,
  withEnd,
  withPoint,
} from "../../book/_live/figures/fit/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const RIDES = [
  [1, 6],
  [2, 5],
  [3, 10],
  [4, 11],
].map(numbers);
const state = (line) => ({ points: RIDES, line: numbers(line) });
const written = (texts) => texts.map(format).join(" ");
const VIEW = [-0.3, -0.7, 5.5, 14.1];

test("four rides, worked by hand: 3 coins and 2 for each kilometer", () => {
  const facts = fitFacts(state([4, 1]));
  assert.equal(written(facts.misses), "1 −1 3 3");
  assert.equal(format(facts.sum), "20");
  assert.equal(format(facts.least), "6");
  assert.equal(written(facts.best), "3 2");
  assert.equal(written(facts.products), "6 20"); // 1 − 2 + 9 + 12
  assert.equal(written(fitFacts(state([3, 2])).products), "0 0");
});

test("points above each other have many lines, and the same least sum", () => {
  const points = [numbers([1, 2]), numbers([1, 6])];
  const facts = fitFacts({ points, line: numbers([3, 1]) });
  assert.equal(facts.best, null);
  assert.equal(format(facts.least), "8"); // 4 + 4
  assert.equal(format(facts.sum), "8");
});

test("the best line stays the best one, another stays where it is", () => {
  const to = numbers([4, 16]); // the mean rises by 5/4, the slope by 3/2
  assert.equal(written(withPoint(state([3, 2]), 3, to).line), "1/2 7/2");
  assert.equal(written(withPoint(state([4, 1]), 3, to).line), "4 1");
});

test("hands are led to short numbers, inside the view", () => {
  assert.equal(written(pointNear([2.04, 99], VIEW)), "2 14");
  assert.equal(format(heightNear(13.2, parseRational("13"), VIEW)), "13");
  assert.equal(format(heightNear(12.2, parseRational("13"), VIEW)), "12");
  const places = numbers([0, 5]);
  assert.equal(written(withEnd(numbers([4, 1]), places, 1, parseRational("14"))), "4 2");
  assert.equal(written(withEnd(numbers([4, 1]), places, 0, parseRational("-1"))), "−1 2");
});

test("what the figure says", () => {
  const said = (line) => readout(state(line), fitFacts(state(line)));
  assert.deepEqual(said([4, 1]), [
    ["Line", "y = 4 + t"],
    ["Sum of the squares", "1 + 1 + 9 + 9 = 20; the least of any line is 6"],
    ["Products of the misses with 1 and t", "6 and 20"],
  ]);
  assert.deepEqual(said([3, 2]).slice(0, 2), [
    ["Line", "y = 3 + 2 t"],
    ["Sum of the squares", "1 + 4 + 1 + 0 = 6; no line has less"],
  ]);
  assert.equal(said([0, "-1/2"])[0][1], "y = −1/2 t");
  assert.equal(said([8, 0])[0][1], "y = 8");
});
