import assert from "node:assert/strict";
import { test } from "node:test";
import { OriginsDrawing } from "../../book/_live/figures/origins/drawing.js";
import {
  factsOf,
  nearestTo,
  originAt,
  readout,
  shiftedTo,
  stepOf,
} from "../../book/_live/figures/origins/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(String(x)));
const a = read([3, 4]);
const frame = /** @type {[number, number, number, number]} */ ([-3, -3, 4, 4]);

test("the nearest solution, by hand", () => {
  assert.deepEqual(nearestTo(a, read(12), read([1, 1])).map(format), ["8/5", "9/5"]);
  assert.deepEqual(nearestTo(a, read(12), read([0, 0])).map(format), ["36/25", "48/25"]);
  assert.deepEqual(nearestTo(a, read(0), read([3, 4])).map(format), ["0", "0"]);
});

test("feet, and the part along the line that stays", () => {
  const facts = factsOf(a, { c: read(12), origin: read([4, -3]) }, [
    [1, 1],
    [0, 0],
  ]);
  assert.ok(Math.abs(facts.feet[0][0] - 1.6) < 1e-12);
  assert.ok(Math.abs(facts.feet[1][1] - 1.92) < 1e-12);
  assert.equal(facts.kept, 5);
  const said = readout(a, { c: read(12), origin: read([4, -3]) }, facts);
  assert.equal(said[0][1], "(136/25, −27/25), for the origin (4, −3)");
  assert.equal(said[1][1], "≈ 5 before and after, counted from (36/25, 48/25)");
  assert.equal(said[3][1], "mean ≈ 0.1, variance ≈ 0.01"); // (4 − 3)/5 and 0
});

test("where hands lead", () => {
  assert.equal(format(stepOf(frame)), "1/10");
  assert.deepEqual(originAt([1.23, 9], frame).map(format), ["6/5", "4"]);
  const ends = /** @type {[any, any]} */ (read([-12, 12]));
  assert.equal(format(shiftedTo(a, [1, 1], ends)), "7");
  assert.equal(format(shiftedTo(a, [9, 9], ends)), "12");
  assert.equal(format(shiftedTo(a, [-9, 0], ends)), "-12".replace("-", "−"));
});

test("what is drawn", () => {
  const where = place(350, 350);
  const scene = { frame, cloud: /** @type {[number, number][]} */ ([[0, 0]]) };
  const drawing = new OriginsDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw({
    along: [4, -3],
    nearest: [1.44, 1.92],
    origin: [2, -1],
    foot: [3.2, 0.6],
    feet: [[1.44, 1.92]],
    words: { origin: "(2, −1)", foot: "(16/5, 3/5)", line: "3x + 4y = 12" },
    said: { origin: "Origin", line: { now: 12, text: "c = 12" } },
  });
  const rings = parts(where, "circle").filter((one) => /plane-ring/.test(one.attributes.class));
  assert.deepEqual([rings[0].attributes.cx, rings[0].attributes.cy], ["310.00", "170.00"]);
  const classes = parts(where, "path").map(({ attributes }) => attributes.class);
  assert.ok(classes.includes("plane-firm plane-blue"));
  assert.ok(classes.includes("plane-line plane-purple is-dashed"));
  assert.ok(classes.includes("plane-corner"));
});
