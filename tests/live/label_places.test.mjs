import assert from "node:assert/strict";
import { test } from "node:test";
import {
  around,
  LabelPlaces,
  meets,
  pieces,
  widthOf,
} from "../../book/_live/figures/kit/label_places.js";

test("a segment meets a box: through it, inside it, past it", () => {
  const box = [0, 0, 10, 10];
  assert.ok(meets([[-5, 5], [15, 5]], box)); // biome-ignore format: short
  assert.ok(meets([[2, 2], [3, 3]], box)); // biome-ignore format: short
  assert.ok(!meets([[-5, 6], [6, 17]], box)); // biome-ignore format: short
  assert.ok(!meets([[12, 0], [12, 9]], box)); // biome-ignore format: short
});

test("a word goes where nothing is, and stays until its place is taken", () => {
  const places = new LabelPlaces({ width: 100, height: 100 });
  const across = [[50, 50], [90, 10]]; // biome-ignore format: short
  places.begin([]);
  const first = places.place([50, 50], "b");
  assert.ok(first[0] > 50 && first[1] < 50); // above, on the right
  places.begin([across]);
  const second = places.place([50, 50], "b");
  assert.ok(second[0] < 50 && second[1] < 50); // on the left
  places.begin([]);
  assert.deepEqual(places.place([50, 50], "b"), second);
});

test("no two words in one place, and none beyond the sheet", () => {
  const places = new LabelPlaces({ width: 100, height: 100 });
  places.begin([]);
  const [one, other] = [places.place([50, 50], "p"), places.place([50, 50], "r")];
  assert.notDeepEqual(one, other);
  const [x, y] = places.place([99, 1], "x");
  assert.ok(x < 99 && y > 1);
});

test("a word keeps clear of another point", () => {
  const places = new LabelPlaces({ width: 100, height: 100 });
  places.begin(around([50, 50]));
  assert.ok(places.place([42, 56], "p")[0] < 42); // on the right it would hide the other point
});

test("where lines crowd, a word stands farther away, and no farther than it must", () => {
  const places = new LabelPlaces({ width: 100, height: 100 });
  const fence = [[42, 42], [58, 42], [58, 58], [42, 58], [42, 42]]; // biome-ignore format: short
  places.begin(pieces(fence));
  const [x, y] = places.place([50, 50], "b");
  assert.ok(x - widthOf("b") / 2 > 59); // beyond the fence, at its right
  places.begin([]);
  const near = new LabelPlaces({ width: 100, height: 100 });
  near.begin([]);
  assert.ok(
    Math.hypot(x - 50, y - 50) > Math.hypot(...near.place([50, 50], "b").map((c) => c - 50)),
  );
});

test("words keep within a part of the sheet", () => {
  const places = new LabelPlaces({ width: 100, height: 100 }, [20, 20, 80, 80]);
  places.begin([]);
  const [x, y] = places.place([79, 79], "b");
  assert.ok(x < 79 && y < 79);
});

test("wide letters take more room than narrow ones", () => {
  assert.ok(widthOf("mean") > widthOf("file") + 8);
  assert.ok(Math.abs(widthOf("median") - 41.5) < 3); // as a browser measures them, in points
  assert.ok(Math.abs(widthOf("projection") - 56.5) < 3);
  assert.ok(Math.abs(widthOf("α₁") - 11.5) < 2);
  assert.equal(widthOf("κ\u0302"), widthOf("κ")); // an accent stands on its letter
});
