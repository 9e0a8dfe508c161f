import assert from "node:assert/strict";
import { test } from "node:test";
import { BandDrawing } from "../../book/_live/figures/band/drawing.js";
import { curvesOf, factsOf, features, readout } from "../../book/_live/figures/band/geometry.js";
import { parseRational } from "../../book/_live/shared/rational.js";
import { parts, place } from "./sheet.mjs";

const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(String(x)));
const state = (points, length, noise = 0) => ({
  points: read(points),
  length: typeof length === "number" ? { valueOf: () => length } : read(length),
  noise: read(noise),
});
const chance = { center: 0, weights: [[1, 2]], errors: [[1, 1]] };
// With this ℓ a bump is 1/2 at the distance 1.
const HALVES = 1 / Math.sqrt(2 * Math.log(2));
const near = (found, expected) =>
  assert.ok(Math.abs(found - expected) < 1e-9, `${found} instead of ${expected}`);

test("one point: half of its value at the distance where the kernel is 1/2", () => {
  const { mean, deviation, likelihood } = factsOf(state([[0, 2]], HALVES), chance);
  near(mean(0), 2);
  near(mean(1), 1);
  near(deviation(0), 0);
  near(deviation(1), Math.sqrt(3 / 4));
  near(likelihood, -2 - Math.log(2 * Math.PI) / 2);
});

test("noise of variance 1: half of the weight", () => {
  const { mean, deviation, likelihood } = factsOf(state([[0, 2]], HALVES, 1), chance);
  near(mean(0), 1);
  near(deviation(0), Math.sqrt(1 / 2));
  near(deviation(1), Math.sqrt(1 - 1 / 8));
  near(likelihood, -1 - Math.log(2) / 2 - Math.log(2 * Math.PI) / 2);
});

test("two values at one place: their mean, no density, and a word about it", () => {
  const torn = state(
    [
      [0, 0],
      [0, 2],
    ],
    "1",
  );
  const facts = factsOf(torn, chance);
  near(facts.mean(0), 1);
  near(facts.deviation(0), 0);
  assert.equal(facts.likelihood, null);
  assert.match(readout(torn, facts)[0][1], /no draw without noise has two values at x = 0$/);
  const same = state(
    [
      [1, 2],
      [1, 2],
    ],
    "1",
  );
  assert.match(readout(same, factsOf(same, chance))[0][1], /one of two equal points is certain$/);
});

test("features, and a draw that is moved onto the point", () => {
  const psi = features(2, 3);
  near(psi[0], Math.exp(-2));
  near(psi[2], Math.exp(-2) * (4 / Math.sqrt(2)));
  const { draws } = factsOf(state([[0, 3]], "1"), chance);
  // free: 1·e^(−x²/2) + 2·x e^(−x²/2); at 0 it is 1, so 2 are missing there
  near(draws[0](0), 3);
  near(draws[0](1), 3 * Math.exp(-1 / 2) + 2 * Math.exp(-1 / 2));
  const noisy = factsOf(state([[0, 3]], "1", 1), chance); // 3 − 1 − 1, half of it
  near(noisy.draws[0](0), 1.5);
});

test("words and curves", () => {
  const given = state(
    [
      [0, 1],
      [2, 1],
    ],
    "1",
  );
  const facts = factsOf(given, chance);
  const said = readout(given, facts);
  assert.match(said[0][1], /^≈ −\d+\.\d+ for ℓ = 1 and τ = 0$/);
  assert.match(said[1][1], /, at x ≈ 1$/);
  assert.equal(said[2][1], "≈ 1, ≈ 1");
  const { band, curve, draws } = curvesOf(facts, [-1, -1, 3, 1.2]);
  assert.equal(band.length, 322);
  assert.ok(band.every(([, y]) => y >= -1 && y <= 1.2));
  assert.ok(curve.length && draws.length === 1);
});

test("what is drawn", () => {
  const ground = {
    names: /** @type {[string, string]} */ (["x", "f(x)"]),
    view: [-1, -3, 3, 3],
    ticks: [[0], [0]],
    frame: [-1, -3, 3, 3],
  };
  const where = place(400, 300);
  const drawing = new BandDrawing(ground, where, 1, { drag: () => {}, nudge: () => {} });
  const facts = factsOf(state([[0, 2]], "1"), chance);
  drawing.draw({ points: [[0, 2]], ...curvesOf(facts, ground.view), said: ["said"] });
  const classes = parts(where, "path").map(({ attributes }) => attributes.class);
  assert.ok(classes.includes("plane-area plane-orange"));
  assert.ok(classes.includes("plane-thick plane-orange"));
  assert.ok(classes.includes("plane-light plane-ink"));
  const [handle] = parts(where, "circle");
  assert.deepEqual([handle.attributes.cx, handle.attributes.cy], ["100.00", "50.00"]);
});
