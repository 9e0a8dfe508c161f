import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gridLines, lineInFrame } from "../../book/_live/figures/kit/plane_frame.js";
import { format } from "../../book/_live/shared/rational.js";

const written = (vector) => vector.map(format).join(" ");
const FRAME = [-4, -2, 6, 3];

test("grid lines are round and few", () => {
  assert.equal(written(gridLines(-2.7, 5.1, 9.6)), "−2 0 2 4");
  assert.equal(written(gridLines(-2.4, 6.6, 8)), "−2 −1 0 1 2 3 4 5 6");
  assert.equal(written(gridLines(-0.05, 0.05, 0.1)), "−1/25 −1/50 0 1/50 1/25");
});

test("a line is cut at the edges of its frame, in its own direction", () => {
  for (const [through, direction, ends] of [
    [[0, 0], [1, 1], "-2 -2 3 3"],
    [[0, 0], [-1, 0], "6 0 -4 0"],
    [[1, 1], [0, 2], "1 -2 1 3"],
    [[1, 1], [2, -2], "-1 3 4 -2"],
    [[5, 2], [1, 1], "1 -2 6 3"],
  ]) {
    const found = lineInFrame(through, direction, FRAME).flat();
    assert.equal(found.map((x) => x + 0).join(" "), ends);
  }
});

test("a line through a point outside may cross the frame or pass by", () => {
  assert.deepEqual(lineInFrame([-10, 0], [1, 0], FRAME), [
    [-4, 0],
    [6, 0],
  ]);
  assert.deepEqual(lineInFrame([0, 4], [1, 0], FRAME), []);
  assert.deepEqual(lineInFrame([7, 0], [0, 1], FRAME), []);
  assert.deepEqual(lineInFrame([8, 3], [1, -1], FRAME), []);
});

test("the ends lie on edges and on the line", () => {
  const entry = (low, high) => fc.double({ min: low, max: high, noNaN: true });
  const inside = fc.tuple(entry(-4, 6), entry(-2, 3));
  fc.assert(
    fc.property(inside, entry(0, 2 * Math.PI), ([x, y], turn) => {
      const direction = [Math.cos(turn), Math.sin(turn)];
      const ends = lineInFrame([x, y], direction, FRAME);
      assert.equal(ends.length, 2);
      ends.forEach(([u, v], i) => {
        const way = (u - x) * direction[0] + (v - y) * direction[1];
        assert.ok(i === 0 ? way <= 1e-9 : way >= -1e-9);
        assert.ok(Math.abs((u - x) * direction[1] - (v - y) * direction[0]) < 1e-6);
        const gaps = [u + 4, 6 - u, v + 2, 3 - v];
        assert.ok(Math.abs(Math.min(...gaps)) < 1e-6, `${u} ${v}`);
      });
    }),
  );
});
