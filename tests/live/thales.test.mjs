import assert from "node:assert/strict";
import { test } from "node:test";
import { ThalesDrawing } from "../../book/_live/figures/thales/drawing.js";
import { nearestOnCircle, readout, thalesFacts } from "../../book/_live/figures/thales/geometry.js";
import { format, rational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

const state = (u, v, answer) => ({ y: [rational(u), rational(v)], answer: rational(answer) });
const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found}`);

test("an answer by hand", () => {
  // The right answer is 3. Around (3/2, 1) with the radius √13/2 the circle passes (2, 0) at
  // √13/2 − √5/2, half of which is the change of the column.
  const facts = thalesFacts(state(3, 2, 2));
  assert.equal(format(facts.forward), "1/3");
  near(facts.backward, (Math.sqrt(13) - Math.sqrt(5)) / 4);
});

test("the right answer needs no change, and 0 needs a turn", () => {
  near(thalesFacts(state(3, 2, 3)).backward, 0);
  near(thalesFacts(state(3, 4, 0)).backward, 3 / 5);
  assert.equal(thalesFacts(state(0, 2, 1)).forward, null);
});

test("the nearest point of the circle", () => {
  const [x, y] = nearestOnCircle([2, 0], [0, 2]);
  near(Math.hypot(x, y - 1), 1);
  near(x / (1 - y), 2);
  assert.deepEqual(nearestOnCircle([0, 1], [0, 2]), [0, 2]);
});

test("words", () => {
  const one = state(3, 2, 2);
  assert.deepEqual(readout(one, thalesFacts(one)), [
    ["Forward error", "2 for 3: 1/3"],
    ["Backward error", "≈ 0.342"],
    ["Forward over backward", "≈ 0.974"],
    ["Given", "y = (3, 2)"],
  ]);
  const none = state(0, 2, 1);
  assert.equal(readout(none, thalesFacts(none))[0][1], "none: the right answer is 0");
  const right = state(3, 2, 3);
  assert.equal(readout(right, thalesFacts(right))[2][1], "none");
});

test("the circle passes through the origin and y, and handles are where the points are", () => {
  const where = place(60, 40);
  const actions = { dragAnswer() {}, nudgeAnswer() {}, dragRight() {}, nudgeRight() {} };
  new ThalesDrawing([-1, -1, 5, 3], where, actions).draw([3, 2], 2, { y: "y", answer: "w" });
  const [circle, , , right, answer] = parts(where, "circle").map((part) => part.attributes);
  assert.deepEqual([circle.cx, circle.cy], ["25.00", "20.00"]);
  near(Number(circle.r), 18.03);
  assert.deepEqual(
    [right.cx, right.cy, answer.cx, answer.cy],
    ["40.00", "10.00", "30.00", "30.00"],
  );
});
