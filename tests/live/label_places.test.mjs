import assert from "node:assert/strict";
import { test } from "node:test";
import { around, LabelPlaces, meets } from "../../book/_live/figures/kit/label_places.js";

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
