import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fragmentOf, stateOf } from "../../book/_live/shared/fragment.js";

test("a fragment with values names a part and its state", () => {
  assert.deepEqual(stateOf("ex-a", "#ex-a?A=1+2%3B+3+4&b=5+6"), { A: "1 2; 3 4", b: "5 6" });
  assert.equal(fragmentOf("ex-a", { equation: "3x + 4y = 12" }), "#ex-a?equation=3x+%2B+4y+%3D+12");
});

test("a plain anchor, and another part's state, say nothing", () => {
  assert.equal(stateOf("ex-a", "#ex-a"), null);
  assert.equal(stateOf("ex-a", "#ex-ab?A=1"), null);
  assert.equal(stateOf("ex-a", ""), null);
  assert.equal(stateOf("ex-a", "#%E4?A=1"), null);
  assert.equal(fragmentOf("ex-a"), "#ex-a");
});

test("what is written is read again", () => {
  const values = fc.dictionary(
    fc.stringMatching(/^[A-Za-z]{1,8}$/),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(values, (state) => {
      assert.deepEqual({ ...stateOf("ex-ä", fragmentOf("ex-ä", state)) }, { ...state });
    }),
  );
});
