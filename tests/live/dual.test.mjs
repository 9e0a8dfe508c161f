import assert from "node:assert/strict";
import { test } from "node:test";
import { DualDrawing } from "../../book/_live/figures/dual/drawing.js";
import {
  ACTIVATIONS,
  correlationNear,
  erf,
  kept,
  mean,
  meanOver,
  pairsOf,
  productsOf,
  radiusOf,
  readout,
  scaled,
  written,
} from "../../book/_live/figures/dual/geometry.js";
import { rational } from "../../book/_live/shared/rational.js";
import { parts, place, SAID } from "./sheet.mjs";

const near = (found, expected, bound = 1e-14) =>
  assert.ok(Math.abs(found - expected) < bound, `${found} is not ${expected}`);
const named = (name) => ACTIVATIONS.find((one) => one.name === name);
const ROOT3 = Math.sqrt(3);
const { PI, E } = Math;

test("erf, by a table to fifteen digits", () => {
  near(erf(0.5), 0.520499877813047);
  near(erf(1), 0.842700792949715);
  near(erf(2.5), 0.999593047982555);
  near(erf(5.9), 1);
  assert.equal(erf(7), 1);
  assert.equal(erf(0), 0);
  near(erf(-1), -0.842700792949715);
});

test("curves where they are known, at −1, 0, 1/2 and 1", () => {
  // the angle is π, π/2, π/3 and 0
  const exact = {
    step: [0, 1 / 4, 1 / 3, 1 / 2],
    relu: [0, 1 / (2 * PI), (ROOT3 / 2 + PI / 3) / (2 * PI), 1 / 2],
    abs: [1, 2 / PI, (2 / PI) * (ROOT3 / 2 + PI / 12), 1],
    erf: [-(2 / PI) * Math.asin(2 / 3), 0, (2 / PI) * Math.asin(1 / 3), 0.4645590543975],
    sin: [-(1 - E ** -2) / 2, 0, (E ** -0.5 - E ** -1.5) / 2, (1 - E ** -2) / 2],
    identity: [-1, 0, 1 / 2, 1],
  };
  for (const [name, values] of Object.entries(exact)) {
    [-1, 0, 0.5, 1].forEach((rho, k) => {
      near(named(name).curve(rho), values[k], 1e-13);
    });
  }
  near(named("relu").curve(0.5), 0.304498890522115); // to 15 digits by another program
  near(named("abs").curve(0.5), 0.717995562088459);
});

test("the ends of the scales hold the curves", () => {
  for (const one of ACTIVATIONS) {
    for (let k = -20; k <= 20; k += 1) assert.ok(Math.abs(scaled(one, one.curve(k / 20))) <= 1);
  }
  assert.equal(scaled(named("relu"), 0.25), 0);
  assert.equal(scaled(named("erf"), -0.5), -1);
  assert.equal(scaled(named("abs"), 1), 1);
});

test("pairs, products and their mean by hand", () => {
  const cloud = [
    [5, 10],
    [-5, 0],
  ];
  // 3/5 of the first and 4/5 of the second number
  const pairs = pairsOf(cloud, 0.6);
  assert.deepEqual(pairs, [
    [5, 11],
    [-5, -3],
  ]);
  assert.deepEqual(productsOf(named("relu"), pairs), [55, 0]);
  assert.deepEqual(productsOf(named("step"), pairs), [1, 0]);
  assert.deepEqual(productsOf(named("abs"), pairs), [55, 15]);
  assert.deepEqual(productsOf(named("identity"), [[2, -3]]), [-6]);
  assert.equal(mean([1, 2, 6]), 3);
  assert.equal(meanOver(cloud, named("identity"), 0.6), 35);
  near(productsOf(named("sin"), [[PI / 2, -PI / 6]])[0], -0.5);
});

test("areas of marks", () => {
  assert.equal(radiusOf(1), 1.5);
  assert.equal(radiusOf(-4), 3); // twice 1.6, in halves
  assert.equal(radiusOf(100), 4);
  assert.equal(radiusOf(0.01), 0);
});

test("special correlations attract", () => {
  const text = (wanted) => written(correlationNear(wanted));
  assert.deepEqual([-2, -0.97, 0.03, 0.47, 0.98].map(text), ["−1", "−1", "0", "0.5", "1"]);
  assert.deepEqual([0.333, -0.501].map(text), ["0.34", "−0.5"]);
  assert.ok(kept(rational(11, 10)).equals(1));
  assert.ok(kept(rational(-11, 10)).equals(-1));
  assert.equal(written(rational(1, 3)), "1/3");
});

test("words", () => {
  const cloud = [
    [1, 0],
    [-1, 0],
  ];
  assert.deepEqual(readout(cloud, named("relu"), rational(1, 2)), [
    ["Mean over the cloud", "0.25, curve 0.30"], // of 1/2 and 0, with the deviation 1/4
    ["Correlation", "ρ = 0.5, inputs at an angle of 60°"],
    ["Curve", "(√(1 − ρ²) + (π − arccos ρ) ρ)/(2π) = 0.3045"],
    ["Missed by", "0.054; 0.177 is usual for 2 pairs"],
  ]);
  const [, [, apart]] = readout(cloud, named("sin"), rational(0));
  assert.equal(apart, "ρ = 0, inputs at an angle of 90°, so u and v are independent");
  const [first, [, opposite]] = readout(cloud, named("identity"), rational(-1));
  assert.equal(first[1], "−1.00, curve −1.00");
  assert.equal(opposite, "ρ = −1, inputs at an angle of 180°, so v = −u");
  assert.equal(readout([[0, 1]], named("sin"), rational(0))[0][1], "0.00, curve 0.00");
});

test("what is drawn", () => {
  const where = place(460, 260);
  const scene = {
    cloud: [
      [1, 1],
      [-2, 1.75],
      [0.001, 3.6],
    ],
    activation: "identity",
    correlation: "0",
    frame: [-2.3, -1.3, 2.3, 1.3],
  };
  const drawing = new DualDrawing(scene, where, { drag: () => {}, nudge: () => {} });
  drawing.draw(named("identity"), 0, SAID);
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  const [found, handle] = circles;
  const marks = parts(where, "path").map(({ attributes }) => attributes);
  const [ring, disc, small] = marks.slice(-16).filter((one) => /ring|dot/.test(one.class));
  // the pane's middle is at 116, 130 and its half side of 3.5 has 100 points
  assert.equal(ring.class, "plane-ring plane-orange plane-fine");
  assert.match(ring.d, /^M55\.86 80\.00a3 3 /); // a radius left of the middle
  assert.equal(disc.class, "plane-dot plane-blue");
  assert.match(disc.d, /^M143\.07 101\.43a1\.5 1\.5 /);
  assert.equal(small.class, "plane-dot plane-muted");
  assert.match(small.d, /^M115\.23 30\.00a0\.8 0\.8 /); // at the edge
  // the mean is (1 − 3.5 + 0.0036)/3 = −0.8321 on a scale from −1 to 1, of which 1.2 are shown
  assert.equal(found.class, "plane-ring plane-blue");
  near(Number(found.cy), 130 + (100 * 0.8321) / 1.2, 0.01);
  assert.deepEqual([handle.cx, handle.cy, handle["aria-label"]], ["344.00", "130.00", "said"]);
  drawing.draw(named("relu"), 1, SAID); // mean (1 + 0 + 0)/3 beside 1/2
  const again = parts(where, "circle").map(({ attributes }) => attributes);
  near(Number(again[0].cy), 130 - (100 * (4 / 3 - 1)) / 1.2, 0.01);
  near(Number(again[1].cy), 130 - 100 / 1.2, 0.01);
  drawing.draw(named("abs"), 1, SAID); // mean (1 + 4 + 0)/3, beyond the scale
  near(Number(parts(where, "circle")[0].attributes.cy), 130 - (100 * 1.12) / 1.2, 0.01);
  drawing.draw(named("relu"), 1, SAID);
  const texts = parts(where, "text").map((text) => text.textContent);
  assert.deepEqual(texts.slice(-3), ["0", "1/4", "1/2"]);
});
