import assert from "node:assert/strict";
import { test } from "node:test";
import { mapFacts } from "../../book/_live/figures/kit/map_geometry.js";
import { halfOf } from "../../book/_live/figures/kit/vectors.js";
import { readout } from "../../book/_live/figures/subspaces/figure.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const state = (A, x, b) => ({ A: A.map(numbers), x: numbers(x), b: numbers(b) });
const shown = (vector) => vector.map(format).join(" ");
const said = (...data) => Object.fromEntries(readout(state(...data), mapFacts(state(...data))));

test("rank 1, worked by hand", () => {
  const facts = mapFacts(
    state(
      [
        [1, 1],
        [2, 2],
      ],
      [3, -1],
      [-2, 6],
    ),
  );
  assert.equal(facts.rank, 1);
  assert.equal(shown(facts.domain.first), "1 1");
  assert.equal(shown(facts.domain.second), "1 −1");
  assert.equal(shown(facts.codomain.first), "1 2");
  assert.equal(shown(facts.codomain.second), "2 −1");
  assert.deepEqual(facts.x.map(shown), ["1 1", "2 −2"]);
  assert.deepEqual(facts.b.map(shown), ["2 4", "−4 2"]);
  assert.equal(shown(facts.image), "2 4");
});

test("a row of zeros before the row that counts", () => {
  const facts = mapFacts(
    state(
      [
        [0, 0],
        [0, -3],
      ],
      [1, 2],
      [1, 2],
    ),
  );
  assert.equal(shown(facts.domain.first), "0 1");
  assert.equal(shown(facts.codomain.first), "0 1");
  assert.equal(shown(facts.codomain.second), "1 0");
  assert.deepEqual(facts.x.map(shown), ["0 2", "1 0"]);
});

test("fractions split exactly", () => {
  // (1, 0) on (1, 2): (1·1 + 0·2)/5 = 1/5
  const facts = mapFacts(
    state(
      [
        [1, 2],
        ["1/2", 1],
      ],
      [1, 0],
      [0, 0],
    ),
  );
  assert.deepEqual(facts.x.map(shown), ["1/5 2/5", "4/5 −2/5"]);
});

test("what the figure says", () => {
  const one = said(
    [
      [1, 1],
      [2, 2],
    ],
    [3, -1],
    [-2, 6],
  );
  assert.equal(one.Rank, "1");
  assert.equal(one["Row space, null space"], "multiples of (1, 1); multiples of (1, −1)");
  assert.equal(one.x, "(3, −1) = (1, 1) + (2, −2)");
  assert.equal(one.Ax, "(2, 4) = A (1, 1)");
  assert.equal(one["Ax = b"], "no solution: y = (−4, 2) has Aᵀy = 0, but y · b = 20");
  assert.equal(
    said(
      [
        [1, 1],
        [2, 2],
      ],
      [1, 1],
      [2, 4],
    )["Ax = b"],
    "infinitely many solutions",
  );
  const two = said(
    [
      [1, 1],
      [2, 3],
    ],
    [3, -1],
    [-2, 6],
  );
  assert.equal(two["Row space, null space"], "the whole plane; (0, 0) only");
  assert.equal(two["Ax = b"], "exactly one solution");
  const zero = said(
    [
      [0, 0],
      [0, 0],
    ],
    [3, -1],
    [-2, 6],
  );
  assert.equal(zero["Column space, left null space"], "(0, 0) only; the whole plane");
  assert.equal(zero.x, "(3, −1) = (0, 0) + (3, −1)");
  assert.equal(zero["Ax = b"], "no solution: y = (−2, 6) has Aᵀy = 0, but y · b = 40");
});

test("a plane shows its points and has a round side", () => {
  assert.equal(halfOf([numbers([3, 1])]), 4);
  assert.equal(halfOf([numbers([4, 8]), numbers([2, 9])]), 10);
  assert.equal(halfOf([numbers([0, 0])]), 1);
  assert.equal(halfOf([numbers(["-1/50", 0])]), 0.03);
});
