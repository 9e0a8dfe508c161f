import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  below,
  boxEdges,
  faceInBox,
  lineInBox,
  paintOrder,
  projection,
  toward,
} from "../../book/_live/figures/kit/space_geometry.js";
import { boxHalf, planesFacts } from "../../book/_live/figures/kit/two_planes.js";
import { primitive } from "../../book/_live/figures/kit/vectors.js";
import { drawnPlanes, pieces } from "../../book/_live/figures/planes/geometry.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const FLOOR = { normal: [0, 0, 1], offset: 0 };
const WALL = { normal: [1, 0, 0], offset: 0 };

/** Points as sorted text, rounded, so that their order does not matter. */
const set = (points) => points.map((p) => p.map((x) => Number(x.toFixed(9)) + 0).join(" ")).sort();
const near = (found, wanted) =>
  found.forEach((x, i) => {
    assert.ok(Math.abs(x - wanted[i]) < 1e-12, `${found} is not ${wanted}`);
  });
const state = (A, b) => ({
  A: A.map((row) => row.map((x) => parseRational(String(x)))),
  b: b.map((x) => parseRational(String(x))),
});
const written = (vector) => vector.map(format).join(" ");

test("points are projected as seen from the x-axis, from above and between", () => {
  near(projection({ azimuth: 0, elevation: 0 })([5, 2, 3]), [2, 3]);
  near(projection({ azimuth: 90, elevation: 0 })([1, 5, 3]), [-1, 3]);
  near(projection({ azimuth: 0, elevation: 90 })([1, 2, 5]), [2, -1]);
  const view = { azimuth: 33, elevation: 21 };
  near(projection(view)(toward(view)), [0, 0]);
});

test("faces and lines end at the box", () => {
  assert.deepEqual(set(faceInBox({ normal: [0, 0, 1], offset: 1 }, 2)), [
    "-2 -2 1",
    "-2 2 1",
    "2 -2 1",
    "2 2 1",
  ]);
  const third = 1 / Math.sqrt(3);
  const diagonal = [third, third, third];
  assert.deepEqual(set(faceInBox({ normal: diagonal, offset: 0 }, 2)), [
    "-2 0 2",
    "-2 2 0",
    "0 -2 2",
    "0 2 -2",
    "2 -2 0",
    "2 0 -2",
  ]);
  assert.deepEqual(set(faceInBox({ normal: diagonal, offset: 5 * third }, 2)), [
    "1 2 2",
    "2 1 2",
    "2 2 1",
  ]);
  assert.deepEqual(faceInBox({ normal: diagonal, offset: 7 * third }, 2), []);
  assert.deepEqual(set(lineInBox([0, 1, 0], [2, 0, 0], 3)), ["-3 1 0", "3 1 0"]);
  assert.deepEqual(lineInBox([0, 4, 0], [1, 0, 0], 3), []);
  assert.equal(new Set(boxEdges(2).map((edge) => set(edge).join())).size, 12);
});

test("what is under a plane is cut off", () => {
  assert.deepEqual(
    set(
      below(
        [
          [0, 0, -1],
          [0, 0, 3],
        ],
        FLOOR,
        1,
      ),
    ),
    ["0 0 -1", "0 0 0"],
  );
});

test("what is farther away is painted first", () => {
  const eye = toward({ azimuth: 0, elevation: 45 });
  const parts = [
    { name: "mark", points: [[0, 0, 0]] },
    {
      name: "stick",
      points: [
        [0.5, 0, -1],
        [0.5, 0, 1],
      ],
    },
    {
      name: "crossing",
      points: [
        [0, -1, 0],
        [0, 1, 0],
      ],
    },
    { name: "floor", points: faceInBox(FLOOR, 1) },
    { name: "wall", points: faceInBox(WALL, 1) },
  ];
  const order = paintOrder(parts, [FLOOR, WALL], eye, 1);
  assert.deepEqual(
    order.map(({ name }) => name),
    ["wall", "stick", "floor", "wall", "crossing", "mark", "stick"],
  );
  assert.deepEqual(set(order[0].points), ["0 -1 -1", "0 -1 0", "0 1 -1", "0 1 0"]);
});

test("two planes that meet, worked by hand", () => {
  const facts = planesFacts(
    state(
      [
        [1, 1, 1],
        [1, -1, 0],
      ],
      [6, 2],
    ),
  );
  assert.equal(facts.kind, "line");
  assert.equal(written(facts.multipliers), "2 1");
  assert.equal(written(facts.nearest), "3 1 2");
  assert.equal(written(facts.direction), "1 1 −2");
  assert.equal(format(facts.distanceSquared), "14");
});

test("one plane twice, parallel planes, no plane", () => {
  const same = planesFacts(
    state(
      [
        [1, 1, 1],
        [-2, -2, -2],
      ],
      [3, -6],
    ),
  );
  assert.deepEqual([same.kind, written(same.nearest)], ["same", "1 1 1"]);
  assert.equal(format(same.distanceSquared), "3");
  const parallel = planesFacts(
    state(
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [3, -4],
    ),
  );
  assert.deepEqual([parallel.kind, parallel.nearest], ["parallel", null]);
  assert.equal(
    planesFacts(
      state(
        [
          [0, 0, 0],
          [1, 2, 3],
        ],
        [0, 1],
      ),
    ),
    null,
  );
});

test("directions have whole numbers without a common factor", () => {
  assert.equal(written(primitive(["-4", "6", "0"].map(parseRational))), "−2 3 0");
  assert.equal(written(primitive(["1/2", "-1/3", "1/6"].map(parseRational))), "3 −2 1");
});

const entries = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 9n }))
  .map(([n, d]) => rational(n, d));
const rows = fc.array(entries, { minLength: 3, maxLength: 3 });
const systems = fc.record({ A: fc.tuple(rows, rows), b: fc.tuple(entries, entries) });

test("the nearest point solves both equations and is perpendicular to the line", () => {
  fc.assert(
    fc.property(systems, ({ A, b }) => {
      const facts = planesFacts({ A, b });
      fc.pre(facts?.kind === "line");
      const inner = (u, v) => u.reduce((sum, x, i) => sum.add(x.mul(v[i])), rational(0));
      A.forEach((row, i) => {
        assert.ok(inner(row, facts.nearest).equals(b[i]));
        assert.equal(inner(row, facts.direction).n, 0n);
      });
      assert.equal(inner(facts.nearest, facts.direction).n, 0n);
    }),
  );
});

test("cutting loses nothing and invents nothing", () => {
  const area = (points) =>
    points.slice(2).reduce((sum, r, i) => {
      const [p, q] = [points[0], points[i + 1]];
      const [u, v] = [q.map((x, k) => x - p[k]), r.map((x, k) => x - p[k])];
      const [a, c] = [1, 2].map((k) => [k, (k + 1) % 3]);
      const parts = [[0, 1], a, c].map(([j, k]) => u[j] * v[k] - u[k] * v[j]);
      return sum + Math.hypot(...parts) / 2;
    }, 0);
  const size = (points) =>
    points.length > 2 ? area(points) : Math.hypot(...points[0].map((x, k) => x - points[1][k]));
  const angles = fc.record({
    azimuth: fc.integer({ min: -180, max: 180 }),
    elevation: fc.integer({ min: -90, max: 90 }),
  });
  fc.assert(
    fc.property(systems, angles, ({ A, b }, view) => {
      const facts = planesFacts({ A, b });
      fc.pre(facts !== null);
      const half = boxHalf({ A, b }, facts);
      const planes = drawnPlanes({ A, b }, facts);
      const parts = pieces(facts, planes, half);
      const order = paintOrder(parts, planes, toward(view), half);
      const total = (list, name) =>
        list
          .filter((p) => p.name === name && p.points.length > 1)
          .reduce((sum, { points }) => sum + size(points), 0);
      for (const name of new Set(parts.map((part) => part.name))) {
        const [before, after] = [total(parts, name), total(order, name)];
        assert.ok(Math.abs(before - after) <= 1e-6 * half * half + 1e-6 * half, name);
      }
    }),
  );
});
