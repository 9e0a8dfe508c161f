import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeHandle, placeHandle, placeSlider } from "../../book/_live/figures/kit/handle.js";
import { about, factor, rounded } from "../../book/_live/figures/kit/notation.js";
import { rationalRoot, rootText } from "../../book/_live/figures/kit/roots.js";
import { floats, floatsInSpace } from "../../book/_live/figures/kit/vectors.js";
import { stepsOf } from "../../book/_live/shared/keys.js";
import { parseRational, rational } from "../../book/_live/shared/rational.js";
import "./sheet.mjs";

const pressed = (key, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

test("arrows are steps, with Shift ten; sliders take the page keys", () => {
  assert.deepEqual(stepsOf(pressed("ArrowLeft")), [-1, 0]);
  assert.deepEqual(stepsOf(pressed("ArrowUp")), [0, 1]);
  assert.deepEqual(stepsOf(pressed("ArrowDown", { shiftKey: true })), [0, -10]);
  assert.deepEqual(stepsOf(pressed("PageUp"), true), [0, 10]);
  assert.equal(stepsOf(pressed("PageUp")), null);
  assert.equal(stepsOf(pressed("a")), null);
  for (const key of ["ctrlKey", "altKey", "metaKey"]) {
    assert.equal(stepsOf(pressed("ArrowLeft", { [key]: true })), null, key);
    assert.equal(stepsOf(pressed("PageDown", { [key]: true }), true), null, key);
  }
});

test("roots are exact, as numbers and as text", () => {
  const said = (text) => rootText(parseRational(text));
  assert.deepEqual(["144/25", "0", "2", "3/4"].map(said), ["12/5", "0", "√2", "√(3/4)"]);
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 30n), fc.bigInt(1n, 10n ** 12n), (n, d) => {
      const number = rational(n, d);
      assert.ok(rationalRoot(number.mul(number))?.equals(number));
      assert.equal(rationalRoot(rational((n + 1n) ** 2n + 1n)), null); // between two squares
    }),
  );
});

test("factors and floats", () => {
  assert.deepEqual(["-1/2", "3", "0"].map(parseRational).map(factor), ["(−1/2)", "3", "0"]);
  assert.deepEqual(floats([rational(1, 4), rational(-2)]), [0.25, -2]);
  assert.deepEqual(floatsInSpace([rational(1, 2), rational(0), rational(3)]), [0.5, 0, 3]);
});

test("a handle with ends is a slider within them; a number without ends is no slider", () => {
  const actions = { drag() {}, nudge() {} };
  const slider = makeHandle(actions, { role: "slider" });
  placeHandle(slider, [0, 0], "Axis", { now: 30, text: "30 degrees", ends: [0, 180] });
  const { role, ...said } = slider.attributes;
  assert.equal(role, "slider");
  assert.deepEqual(
    ["min", "now", "max"].map((name) => said[`aria-value${name}`]),
    ["0", "30", "180"],
  );
  const free = makeHandle(actions, { role: "spinbutton" });
  placeHandle(free, [0, 0], "t", { now: -0.64, text: "t = −16/25" });
  assert.equal(free.attributes["aria-valuenow"], "-0.64");
  assert.equal(free.attributes["aria-valuemin"], undefined);
});

test("a slider's ends are its own with Home and End; other handles leave them to the page", () => {
  globalThis.KeyboardEvent ??= class {};
  const event = (key) => {
    const made = Object.assign(new KeyboardEvent("keydown"), pressed(key), { taken: false });
    return Object.assign(made, { preventDefault: () => (made.taken = true) });
  };
  const moved = [];
  const actions = { drag() {}, nudge: (steps) => moved.push(steps) };
  const handle = makeHandle(actions);
  const press = (key) => {
    const made = event(key);
    handle.listeners.keydown(made);
    return made.taken;
  };
  assert.deepEqual(["Home", "End", "PageUp"].map(press), [false, false, false]);
  placeSlider(handle, [0, 0], { name: "curve", now: 1, text: "α = 2", ends: [0, 9] });
  assert.equal(handle.getAttribute("role"), "slider");
  assert.equal(handle.getAttribute("aria-roledescription"), null);
  assert.deepEqual(["Home", "End", "PageUp"].map(press), [true, true, true]);
  const [[, least], [, most], page] = moved;
  assert.ok(least <= -1000 && most >= 1000);
  assert.deepEqual(page, [0, 10]);
});

test("rounded numbers say so, and have a minus sign", () => {
  assert.equal(about(-1 / 3, 3), "≈ −0.333");
  assert.equal(about(Math.sqrt(2), 4), "≈ 1.414");
  assert.equal(about(0.25, 3), "≈ 0.25");
  assert.deepEqual(
    [rounded(-1 / 3, 2), rounded(-0.004, 2), rounded(2, 1)],
    ["−0.33", "0.00", "2.0"],
  );
});
