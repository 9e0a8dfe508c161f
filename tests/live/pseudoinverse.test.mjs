import assert from "node:assert/strict";
import { test } from "node:test";
import { readout as jumpReadout, ringAt } from "../../book/_live/figures/jump/geometry.js";
import { mapFacts, pseudoinverse } from "../../book/_live/figures/kit/map_geometry.js";
import { readout } from "../../book/_live/figures/pseudoinverse/figure.js";
import { settled } from "../../book/_live/figures/pseudoinverse/geometry.js";
import { parseMatrix, parseVector } from "../../book/_live/shared/matrix.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const shown = (rows) => rows.map((row) => row.map(format).join(" ")).join("; ");
const state = (A, x, b) => ({ A: parseMatrix(A), x: parseVector(x), b: parseVector(b) });
const said = (given) => Object.fromEntries(readout(settled(given), mapFacts(settled(given))));

test("pseudoinverses worked by hand", () => {
  const cases = {
    "1 1; 2 2": "1/10 1/5; 1/10 1/5",
    "1 1; 1 2": "2 −1; −1 1",
    "0 0; 0 0": "0 0; 0 0",
    "0 3; 0 4": "0 0; 3/25 4/25",
    "0 2; 0 0": "0 0; 1/2 0",
  };
  for (const [A, back] of Object.entries(cases)) {
    assert.equal(shown(pseudoinverse(parseMatrix(A))), back, A);
  }
});

test("x becomes the least-squares solution nearest to it", () => {
  // by hand: A⁺(−2, 6) = (1, 1); (5, 0) = (5/2, 5/2) + (5/2, −5/2)
  assert.equal(shown([settled(state("1 1; 2 2", "5 0", "-2 6")).x]), "7/2 −3/2");
  assert.equal(shown([settled(state("1 1; 1 2", "5 0", "2 3")).x]), "1 1");
  assert.equal(shown([settled(state("0 0; 0 0", "5 0", "2 3")).x]), "5 0");
});

test("what the figure says in each case", () => {
  const outside = said(state("1 1; 2 2", "2 -2", "-2 6"));
  assert.equal(outside["A⁺"], "rows (1/10, 1/5) and (1/10, 1/5)");
  assert.equal(outside.b, "(−2, 6) = (2, 4) + (−4, 2)");
  assert.equal(outside["p = AA⁺b"], "(2, 4), squared distance from b 20");
  assert.equal(outside["A⁺b"], "(1, 1), squared length 2");
  assert.equal(outside.x, "(3, −1), Ax = (2, 4), squared length 10");
  assert.match(outside.Case, /not in the column space.*shortest least-squares/);
  assert.match(said(state("1 1; 2 2", "0 0", "2 4")).Case, /shortest of infinitely many/);
  assert.match(said(state("1 1; 1 2", "0 0", "2 4")).Case, /the only solution/);
});

test("the jump", () => {
  const told = (text) => Object.fromEntries(jumpReadout(parseRational(text)));
  assert.equal(told("0")["A⁺"], "rows (1/4, 1/4) and (1/4, 1/4)");
  assert.equal(told("0").A, "rows (1, 1) and (1, 1), rank 1");
  assert.equal(told("0")["A⁺b for b = (2, 3)"], "(5/4, 5/4)");
  assert.equal(told("1/100")["A⁺"], "rows (101, −100) and (−100, 100)");
  assert.equal(told("1/100")["Largest entry of A⁺"], "101");
  // by hand: 2·101 − 3·100 = −98, 100·(3 − 2) = 100
  assert.equal(told("1/100")["A⁺b for b = (2, 3)"], "(−98, 100)");
  assert.equal(told("-1/2")["Largest entry of A⁺"], "2");
  assert.deepEqual(ringAt(parseRational("1/2"), 1.6, 6), [0.5, 2]);
  assert.deepEqual(ringAt(parseRational("0"), 1.6, 6), [0, 0.25]);
  assert.deepEqual(ringAt(parseRational("-1/100"), 1.6, 6), [-0.01, -6]);
});
