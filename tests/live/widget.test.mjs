import assert from "node:assert/strict";
import { test } from "node:test";
import { readDrawable } from "../../book/_live/figures/kit/number_field.js";
import { frameFor, lineFacts, steps } from "../../book/_live/figures/line/geometry.js";
import { rational } from "../../book/_live/shared/rational.js";

const LARGE = `1${"0".repeat(12)}`;
const SMALL = `0.${"0".repeat(11)}1`;

test("numbers beyond what a drawing can show are refused in words", () => {
  for (const text of [`${LARGE}1`, "9".repeat(160), `-0.${"0".repeat(170)}1`]) {
    assert.throws(() => readDrawable(text), /no drawing can show: scale the equation/, text);
  }
  assert.ok(readDrawable("-3").equals(-3));
  assert.ok(readDrawable("0").equals(0));
});

test("all others can be drawn", () => {
  for (const a of [LARGE, SMALL, "1", "0"].map(readDrawable)) {
    for (const b of [LARGE, SMALL].map(readDrawable)) {
      for (const c of [LARGE, `-${SMALL}`, "0"].map(readDrawable)) {
        const state = { a, b, c, t: rational(0) };
        const frame = frameFor(lineFacts(state), [-4, -4, 8, 8]);
        assert.ok(frame.every(Number.isFinite));
        for (const step of Object.values(steps(state, frame))) assert.ok(step.s > 0n);
      }
    }
  }
});
