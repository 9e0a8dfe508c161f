import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cutOffText,
  digits,
  readout,
  truncated,
} from "../../book/_live/figures/truncation/geometry.js";

// by hand: b has the parts 8, 3 and, outside the column space, a part of length 2; the wanted
// solution has the parts 1 and 6
const scene = { sigma: [4, 0.5], beta: [8, 3], gamma: [1, 6], rest: 4, level: 0 };

/** Compare up to rounding. */
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);

test("nothing cut off", () => {
  const facts = truncated(scene, -1);
  assert.equal(facts.rank, 2);
  near(facts.norm, Math.sqrt(40));
  near(facts.residual, 2);
  near(facts.error, 1);
});

test("one of two", () => {
  const facts = truncated(scene, 0);
  assert.equal(facts.rank, 1);
  assert.equal(facts.norm, 2);
  near(facts.residual, Math.sqrt(13));
  near(facts.error, Math.sqrt(37));
});

test("everything cut off, also what equals the cut-off", () => {
  const facts = truncated({ ...scene, sigma: [1, 0.5] }, 0);
  assert.equal(facts.rank, 0);
  assert.equal(facts.norm, 0);
  near(facts.residual, Math.sqrt(77));
});

test("words", () => {
  assert.equal(digits(76.0505), "76.1");
  assert.equal(digits(0.0758836), "0.0759");
  assert.equal(digits(1234.5), "1230");
  assert.equal(cutOffText(-0.3), "0.5");
  assert.equal(cutOffText(2), "100");
  assert.deepEqual(readout(truncated(scene, 0), 0)[0], ["Cut-off", "τ = 1, rank 1"]);
});
