import assert from "node:assert/strict";
import { test } from "node:test";
import { planesFacts } from "../../book/_live/figures/kit/two_planes.js";
import { readout, refusal } from "../../book/_live/figures/planes/figure.js";
import { parseRational } from "../../book/_live/shared/rational.js";

const numbers = (texts) => texts.map((x) => parseRational(String(x)));
const state = (first, second, b) => ({ A: [first, second].map(numbers), b: numbers(b) });
const said = (...given) =>
  Object.fromEntries(readout(state(...given), planesFacts(state(...given))));

test("two planes that meet, worked by hand", () => {
  assert.deepEqual(said([1, 1, 1], [1, -1, 0], [6, 2]), {
    Planes: "x + y + z = 6 and x − y = 2",
    "Common points": "the line (3, 1, 2) + t (1, 1, −2)",
    "Nearest point": "(3, 1, 2) = 2 (1, 1, 1) + 1 (1, −1, 0)",
    "Squared distance": "14",
  });
});

test("parallel planes and one plane twice", () => {
  const parallel = said([1, 1, 1], [2, 2, 2], [6, 2]);
  assert.equal(parallel["Common points"], "none: the planes are parallel");
  assert.equal(parallel["Nearest point"], "none");
  const same = said([1, 1, 1], [2, 2, 2], [6, 12]);
  assert.match(same["Common points"], /^every point of the plane/);
  assert.equal(same["Nearest point"], "(2, 2, 2)");
  assert.equal(same["Squared distance"], "12");
});

test("a row of zeros is refused by its number", () => {
  const refusals = {
    everywhere: "0 = 0 holds everywhere",
    nowhere: ["row 1 says 0 = {b}", "row 2 says 0 = {b}"],
  };
  const refused = (...given) => refusal(state(...given), refusals);
  assert.deepEqual(refused([1, 1, 1], [0, 0, 0], [6, 12]), {
    row: 1,
    message: "row 2 says 0 = 12",
  });
  assert.deepEqual(refused([0, 0, 0], [1, 1, 1], [0, 2]), {
    row: 0,
    message: "0 = 0 holds everywhere",
  });
  assert.equal(refused([1, 1, 1], [1, 0, 0], [6, 2]), null);
});
