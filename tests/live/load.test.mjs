import assert from "node:assert/strict";
import { test } from "node:test";
import { targetOf } from "../../book/_live/shared/load.js";

test("the part of an address before the question mark names the target", () => {
  assert.equal(targetOf("#ex-one-equation-nearest?A=3%2C4&b=12"), "ex-one-equation-nearest");
  assert.equal(targetOf("#ex-plain"), "ex-plain");
  assert.equal(targetOf("#ex-%C3%A4"), "ex-ä");
  assert.equal(targetOf(""), "");
});

test("a malformed address names nothing", () => {
  assert.equal(targetOf("#ex-%E4?a=1"), "");
});
