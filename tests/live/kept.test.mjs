import assert from "node:assert/strict";
import { test } from "node:test";

import { sentence } from "../../book/_live/kept/start.js";

test("what is kept is said of this page, of the others and of Python", () => {
  assert.equal(
    sentence(true, 1, 36, false),
    "This page is kept on this device and can be read without a network; 1 of 36 pages is.",
  );
  assert.equal(
    sentence(false, 3, 36, true),
    "This page is not kept on this device yet; 3 of 36 pages are, and Python for worked examples.",
  );
  assert.match(sentence(true, 36, 36, false), /; all 36 pages are\.$/);
});
