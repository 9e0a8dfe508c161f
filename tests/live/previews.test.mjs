import assert from "node:assert/strict";
import { test } from "node:test";
import { allNeeds } from "../../book/_live/path/start.js";
import { placeFor } from "../../book/_live/previews/place.js";

const VIEW = { width: 1000, height: 800 };
const link = (left, top) => ({ left, top, right: left + 80, bottom: top + 20 });

test("a preview stands below its reference, as high as it is", () => {
  assert.deepEqual(placeFor(link(100, 200), 300, VIEW), {
    left: 100,
    top: 226,
    width: 576,
    height: 300,
  });
});

test("where there is no room below it stands above, and ends at the reference", () => {
  const { top, height } = placeFor(link(100, 700), 300, VIEW);
  assert.equal(top + height, 694);
  assert.equal(height, 300);
});

test("it stays in the window, beside the head of the page, and scrolls what is too high", () => {
  assert.equal(placeFor(link(900, 200), 300, VIEW).left, 1000 - 12 - 576);
  assert.equal(placeFor(link(0, 100), 300, { width: 360, height: 700 }).width, 336);
  const { top, height } = placeFor(link(100, 600), 2000, VIEW, 52);
  assert.equal(top, 64);
  assert.equal(top + height, 594);
});

test("a result needs what its needs need, each once, and never itself", () => {
  const needs = new Map([
    ["d", ["c", "b"]],
    ["c", ["b", "a"]],
    ["b", ["a"]],
    ["a", []],
    ["round", ["trip"]],
    ["trip", ["round"]],
  ]);
  assert.deepEqual([...allNeeds(needs, "d")].sort(), ["a", "b", "c"]);
  assert.deepEqual([...allNeeds(needs, "b")], ["a"]);
  assert.deepEqual([...allNeeds(needs, "a")], []);
  assert.deepEqual([...allNeeds(needs, "round")], ["trip"]);
  assert.deepEqual([...allNeeds(needs, "unknown")], []);
});
