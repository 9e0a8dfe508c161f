import assert from "node:assert/strict";
import { test } from "node:test";
import { levelCurve, TangentDrawing } from "../../book/_live/figures/tangent/drawing.js";
import {
  factsOf,
  levelsOf,
  readout,
  startAt,
  zoomed,
} from "../../book/_live/figures/tangent/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

const read = (numbers) => numbers.map((x) => parseRational(String(x)));
const state = (a, b, scale = 1) => ({ start: read([a, b]), scale });
const said = (at) => readout(at, factsOf(at)).map(([, text]) => text);
const near = (found, wanted, digits = 9) => assert.ok(Math.abs(found - wanted) < 10 ** -digits);

test("4 and 3, by hand", () => {
  const facts = factsOf(state(4, 3));
  assert.deepEqual(facts.nearest.map(format), ["64/25", "27/25"]);
  assert.deepEqual([facts.product, facts.right, facts.kept].map(format), ["12", "12", "7"]);
  near(facts.end[0], Math.sqrt(7));
  assert.equal(facts.end[1], 0);
  near(facts.gap, Math.hypot(Math.sqrt(7) - 2.56, 1.08));
  assert.deepEqual(facts.path[0], [4, 3]);
  for (const [x, y] of facts.path) near(x * x - y * y, 7);
});

test("the gap falls like 1/α², towards 72/125", () => {
  const scaled = [1, 2, 4, 8, 16].map((scale) => scale ** 2 * factsOf(state(4, 3, scale)).gap);
  assert.deepEqual(
    scaled.map((x) => x.toFixed(2)),
    ["1.08", "0.76", "0.65", "0.61", "0.59"],
  );
  near(1e8 * factsOf(state(4, 3, 1e4)).gap, 72 / 125, 3);
  const [x, y] = factsOf(state(4, 3, 8)).end;
  near(x * y, 12 - 12 / 8);
  assert.equal(format(factsOf(state(4, 3, 8)).right), "45/2"); // 24 − 12/8
});

test("special starts", () => {
  assert.deepEqual(factsOf(state(3, 3)).end, [0, 0]); // on the diagonal: down to the saddle
  assert.equal(factsOf(state(5, 0)).gap, 0); // the product is 0 from the start
  assert.equal(factsOf(state(0, 0)).gap, 0);
  near(factsOf(state(5, 12)).end[1], Math.sqrt(119));
  assert.deepEqual(factsOf(state(5, 12)).nearest.map(format), ["125/169", "1728/169"]);
});

test("what is in view", () => {
  assert.deepEqual(zoomed([0, 0, 6, 5], state(4, 3, 2)), [2, 1.5, 5, 4]);
  const levels = levelsOf(factsOf(state(4, 3)), 1, [0, 0, 5, 4]);
  assert.deepEqual(levels, [0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  assert.equal(levelsOf(factsOf(state(4, 3, 4)), 4, [3, 2, 5, 4])[0], 9); // the target, 12 − 12/4
  assert.deepEqual(startAt([4.03, 9], [-0.5, -0.5, 5.5, 4]).map(format), ["4", "4"]);
  assert.deepEqual(startAt([-3, 1.02], [-0.5, -0.5, 5.5, 4]).map(format), ["0", "1"]);
  for (const [x, y] of levelCurve(6, [0, 0, 5, 4])) near(x * y, 6);
  assert.equal(levelCurve(0, [0, 0, 5, 4]).length, 3);
});

test("words", () => {
  assert.deepEqual(said(state(4, 3)), [
    "1.08, 45.1 % of the way",
    "1.08",
    "3w₁ + 4w₂ = 12, nearest point (64/25, 27/25)",
    "w₁² − w₂² = 7, to (√7, 0)",
    "(4, 3), product 12",
    "α = 1, (w₁w₂ − 12)",
  ]);
  assert.equal(said(state(4, 3, 2))[3], "w₁² − w₂² = 7, to (3.232, 1.856)");
  assert.equal(said(state(3, 4))[3], "w₁² − w₂² = −7, to (0, √7)");
  assert.equal(said(state(5, 3))[3], "w₁² − w₂² = 16, to (4, 0)");
  assert.equal(said(state(0, 0))[0], "0.00");
});

test("what is drawn", () => {
  const where = place(600, 500);
  const frame = /** @type {[number, number, number, number]} */ ([-0.5, -0.5, 5.5, 4.5]);
  const drawing = new TangentDrawing(frame, where, { drag: () => {}, nudge: () => {} });
  const facts = factsOf(state(4, 3));
  drawing.draw({
    frame,
    isZoomed: false,
    start: [4, 3],
    nearest: [2.56, 1.08],
    way: facts.path,
    levels: [0, 6],
    line: "3w₁ + 4w₂ = 12",
    said: "Start (4, 3)",
  });
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const handle = circles.find((one) => one["aria-label"] === "Start (4, 3)");
  assert.deepEqual([handle.cx, handle.cy], ["450.00", "150.00"]);
  const texts = parts(where, "text").map((part) => part.textContent);
  assert.deepEqual(
    ["tangent", "network", "3w1 + 4w2 = 12"].filter((text) => !texts.includes(text)),
    [],
    texts.join("; "),
  );
});
