import assert from "node:assert/strict";
import { test } from "node:test";
import { LiftDrawing } from "../../book/_live/figures/lift/drawing.js";
import {
  cutNear,
  factsOf,
  featureText,
  floatHeight,
  levelCurves,
  lifting,
  pointNear,
  rangeOf,
  readout,
} from "../../book/_live/figures/lift/geometry.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";
import { count, place } from "./sheet.mjs";

const read = (x) => (Array.isArray(x) ? x.map(read) : parseRational(String(x)));
const DISCS = [
  [0, 0],
  [2, 0],
  [-1, 2],
  [-1, -2],
];
const RINGS = [
  [5, 0],
  [3, 4],
  [0, -5],
];
const state = (feature, cut, discs = DISCS, rings = RINGS) => ({
  discs: read(discs),
  rings: read(rings),
  feature: read(feature),
  cut: read(cut),
});

test("the squared distance separates a ring from its center", () => {
  const { ends, wrong, between } = factsOf(state([1, 0, 1], 12));
  assert.deepEqual(
    ends.map((each) => each.map(format)),
    [
      ["0", "5"],
      ["25", "25"],
    ],
  );
  assert.deepEqual(wrong, [0, 0]);
  assert.deepEqual(between?.map(format), ["5", "25"]);
  const said = Object.fromEntries(readout(state([1, 0, 1], 12)));
  assert.equal(said["Cut at 12"], "it has all discs on one side and all rings on the other");
  assert.match(said.Heights, /^discs from 0 to 5, rings all at 25: any cut between 5 and 25/);
});

test("a cut through a point is on no side", () => {
  assert.deepEqual(factsOf(state([1, 0, 1], 5)).wrong, [2, 0]);
  assert.deepEqual(factsOf(state([1, 0, 1], 25)).wrong, [0, 3]);
  assert.match(readout(state([1, 0, 1], 4))[0][1], /^3 discs are on the cut/);
});

test("no height separates the exclusive or on the bowl, and zero does on the saddle", () => {
  const signs = [
    [
      [2, 2],
      [-2, -2],
    ],
    [
      [2, -2],
      [-2, 2],
    ],
  ];
  assert.equal(factsOf(state([1, 0, 1], 8, ...signs)).between, null);
  assert.match(readout(state([1, 0, 1], 8, ...signs))[1][1], /they overlap, so no cut/);
  const { between, wrong } = factsOf(state([0, 1, 0], 0, ...signs));
  assert.deepEqual(
    between?.map(format),
    ["-4", "4"].map((x) => x.replace("-", "−")),
  );
  assert.deepEqual(wrong, [0, 0]); // the discs above
});

test("a feature is written", () => {
  assert.equal(featureText(read([1, "-2", "1/2"])), "x₁² − 2x₁x₂ + (1/2)x₂²");
  assert.equal(featureText(read([0, "-1", 0])), "−x₁x₂");
  assert.equal(featureText(read([0, 0, 0])), "0");
});

test("level curves lie in the disc and at their height", () => {
  for (const [feature, height, paths] of [
    [[1, 0, 1], 12, 1],
    [[1, 0, 1], 49, 0], // outside
    [[1, 0, 1], -1, 0],
    [[1, 0, 1], 0, 0],
    [[0, 1, 0], 2, 2],
    [[0, 1, 0], 0, 2], // the axes
    [[1, 0, -1], 0, 2],
    [[0, 0, 1], 4, 2],
    [[1, 2, 1], 0, 2], // one line, twice
    [[0, 0, 0], 0, 0],
  ]) {
    const found = levelCurves(feature, height, 6);
    // a branch that crosses the first ray comes in two pieces
    assert.ok(found.length >= paths && found.length <= paths + 1, `${feature} ${height}`);
    assert.equal(found.length === 0, paths === 0);
    for (const point of found.flat()) {
      assert.ok(Math.hypot(...point) <= 6 + 1e-9);
      const off = Math.abs(floatHeight(feature, point) - height);
      assert.ok(off < 0.02 * Math.max(1, Math.abs(height)), `${feature} ${height} ${point}`);
    }
  }
});

test("the surface keeps between its floor and its ceiling", () => {
  assert.deepEqual(rangeOf([1, 0, 1], 6), [0, 36]);
  assert.deepEqual(rangeOf([0, 1, 0], 6), [-18, 18]);
  assert.deepEqual(rangeOf([-1, 0, -1], 2), [-4, 0]);
  const up = lifting([0, 36], 6);
  assert.deepEqual(up([6, 0], 36), [1, 0, 0.8]);
  assert.deepEqual(up([0, 0], 0), [0, 0, -0.8]);
  assert.deepEqual(lifting([0, 0], 6)([0, 6], 0), [0, 1, 0]);
});

test("points stay in the disc, and the cut is where it is held", () => {
  assert.deepEqual(pointNear([1.1, -0.3], 6).map(format), ["1", "−1/2"]);
  const [x, y] = pointNear([30, 40], 6).map(Number);
  assert.ok(Math.hypot(x, y) < 6 && x > 3 && y > 4);
  const up = Math.cos(Math.PI / 6); // a tilt of 30 degrees
  assert.equal(format(cutNear(0, 30, [0, 36]) ?? read(-1)), "18");
  assert.equal(format(cutNear(0.4 * up, 30, [0, 36]) ?? read(-1)), "27");
  assert.equal(format(cutNear(5, 30, [0, 36]) ?? read(-1)), "36");
  assert.equal(cutNear(0, 90, [0, 36]), null);
});

test("the sheet of the cut goes away when it is off the surface", () => {
  const where = place(400, 220);
  const nothing = () => {};
  const actions = {
    drag: nothing,
    nudge: nothing,
    turn: nothing,
    raise: nothing,
    nudgeCut: nothing,
  };
  const drawing = new LiftDrawing(where, [-2.14, -1.34, 2.14, 1.04], 6, [4, 3], actions);
  const content = {
    points: /** @type {any} */ ([DISCS, RINGS]),
    feature: [1, 0, 1],
    view: { azimuth: -60, elevation: 24 },
    held: -1,
    said: Array(7).fill("a point"),
    saidOfCut: "12",
  };
  drawing.draw({ ...content, cut: 12 });
  assert.equal(count(where, "path")["plane-area plane-orange"], 1);
  drawing.draw({ ...content, cut: -3, held: 1 });
  assert.equal(count(where, "path")["plane-area plane-orange"], undefined);
  assert.equal(count(where, "path")["plane-thin plane-purple is-dashed"], 1);
});
