import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as matrix from "../../book/_live/shared/matrix.js";
import { NotationError } from "../../book/_live/shared/notation.js";
import { rational } from "../../book/_live/shared/rational.js";

/** @param {(number | bigint)[][]} rows */
const exact = (rows) => rows.map((row) => row.map((entry) => rational(entry)));
/** Numerators and denominators as plain text, without our own formatting. */
const plain = (rows) => rows.map((row) => row.map((q) => `${q.s * q.n}/${q.d}`));
const same = (A, B) => assert.deepEqual(plain(A), plain(B));

const entry = fc.bigInt({ min: -9n, max: 9n });
const shaped = (m, n) =>
  fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
const size = fc.integer({ min: 1, max: 4 });
const matrices = fc.tuple(size, size).chain(([m, n]) => shaped(m, n));

/** The determinant by expansion along the first row, in BigInt. */
function determinant(rows) {
  if (rows.length === 0) return 1n;
  return rows[0].reduce((sum, first, j) => {
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== j));
    return sum + (j % 2 ? -1n : 1n) * first * determinant(minor);
  }, 0n);
}

/** All ways to choose k of the first n numbers. */
function choices(n, k) {
  if (k === 0) return [[]];
  return Array.from({ length: n }, (_, i) => i).flatMap((i) =>
    choices(i, k - 1).map((rest) => [...rest, i]),
  );
}

/** The size of the largest minor that is not zero. */
function rankByMinors(A) {
  const [m, n] = [A.length, A[0].length];
  for (let k = Math.min(m, n); k > 0; k -= 1) {
    const hasMinor = choices(m, k).some((rows) =>
      choices(n, k).some((columns) => determinant(rows.map((i) => columns.map((j) => A[i][j])))),
    );
    if (hasMinor) return k;
  }
  return 0;
}

test("vectors are read in the usual spellings", () => {
  const expected = [[rational(10, 13), rational(-24, 13)]];
  for (const text of [
    "10/13, -24/13",
    "(10/13, −24/13)",
    "[10/13; -24/13]",
    "{10/13,-24/13}",
    "10/13 -24/13",
    "10 / 13 ,  - 24/13",
    "(10/13 −24/13)ᵀ",
    "[10/13, -24/13]^T",
  ]) {
    same([matrix.parseVector(text)], expected);
  }
  assert.equal(matrix.parseVector("7").length, 1);
});

test("matrices are read in the usual spellings", () => {
  const expected = exact([
    [1, 2],
    [3, -4],
  ]);
  for (const text of [
    "1 2; 3 -4",
    "1, 2; 3, −4",
    "[[1, 2], [3, -4]]",
    "[1 2; 3 -4]",
    "1 2\n3 -4",
    "1 2;\n3 -4;",
    "[1, 2]\n[3, -4]",
    "(1, 2); (3, -4)",
  ]) {
    same(matrix.parseMatrix(text), expected);
  }
  same(matrix.parseMatrix("[5]"), exact([[5]]));
});

test("what is no vector or matrix is refused", () => {
  const number = "expected a number such as 3, −2/5 or 0.25, received ";
  const says = {
    "": "expected numbers such as 1/2, −3, received nothing",
    "1,,2": "expected numbers such as 1/2, −3, received nothing at place 2 of “1,,2”",
    "1, x": `${number}“x”: write numbers only, without letters and roots`,
    "1 2; 3 4": "expected one vector, received 2 rows: put commas between its numbers",
  };
  for (const [text, message] of Object.entries(says)) {
    assert.throws(() => matrix.parseVector(text), new NotationError(message));
  }
  assert.throws(
    () => matrix.parseMatrix("1 2; 3"),
    new NotationError("expected as many numbers in each row, received 2 in row 1 and 1 in row 2"),
  );
  assert.throws(
    () => matrix.parseMatrix(" ; "),
    new NotationError("expected rows of numbers such as 1 2; 3 4, received nothing"),
  );
});

test("the rank is that of the largest minor", () => {
  fc.assert(
    fc.property(matrices, (A) => {
      assert.equal(matrix.rank(exact(A)), rankByMinors(A));
    }),
  );
});

test("a product of thin matrices has a small rank", () => {
  fc.assert(
    fc.property(shaped(4, 2), shaped(2, 3), (left, right) => {
      const product = matrix.multiply(exact(left), exact(right));
      const byHand = left.map((row) =>
        right[0].map((_, j) => row.reduce((sum, a, k) => sum + a * right[k][j], 0n)),
      );
      same(product, exact(byHand));
      assert.ok(matrix.rank(product) <= 2);
    }),
  );
});

test("the reduced form is reduced, and each row is a combination of the rows", () => {
  fc.assert(
    fc.property(matrices, (rows) => {
      const A = exact(rows);
      const before = plain(A);
      const { reduced, pivots } = matrix.rowReduce(A);
      assert.deepEqual(plain(A), before, "the argument changed");
      pivots.forEach((j, r) => {
        assert.ok(reduced.every((row, i) => row[j].equals(i === r ? 1 : 0)));
        assert.ok(reduced[r].slice(0, j).every((q) => q.n === 0n));
      });
      assert.ok(reduced.slice(pivots.length).every(matrix.isZero));
      for (const row of rows) {
        const combination = rows[0].map((_, j) =>
          pivots.reduce((sum, p, r) => sum.add(reduced[r][j].mul(row[p])), rational(0)),
        );
        same([combination], exact([row]));
      }
    }),
  );
});

test("known reduced forms", () => {
  const { reduced, pivots } = matrix.rowReduce(
    exact([
      [0, 2, 4],
      [3, 3, 3],
    ]),
  );
  same(
    reduced,
    exact([
      [1, 0, -1],
      [0, 1, 2],
    ]),
  );
  assert.deepEqual(pivots, [0, 1]);
  assert.deepEqual(matrix.rowReduce([]), { reduced: [], pivots: [] });
  assert.equal(matrix.rank(exact([[0, 0]])), 0);
});

test("small functions", () => {
  const [a, b] = exact([
    [3, 4],
    [6, 8],
  ]);
  assert.equal(matrix.dot(a, b).valueOf(), 50);
  assert.throws(
    () => matrix.dot(a, [rational(1)]),
    new RangeError("expected vectors of one length, received 2 and 1"),
  );
  same([matrix.subtract(b, a)], [a]);
  same([matrix.scale(rational(1, 2), b)], [a]);
  same(matrix.transpose(exact([[1, 2, 3]])), exact([[1], [2], [3]]));
  assert.deepEqual(matrix.transpose([]), []);
  same([matrix.apply(exact([[1, 2]]), a)], exact([[11]]));
  assert.ok(matrix.equal(a, [...a]) && !matrix.equal(a, b) && !matrix.equal(a, [a[0]]));
  assert.ok(matrix.isZero(exact([[0, 0]])[0]) && !matrix.isZero(a));
  assert.equal(matrix.formatVector([rational(1, 2), rational(-3)]), "(1/2, −3)");
});

test("multiples are recognized with their factor", () => {
  const [a, b, c, zero] = exact([
    [4, -3],
    [-8, 6],
    [4, 3],
    [0, 0],
  ]);
  assert.ok(matrix.multipleOf(b, a)?.equals(-2));
  assert.ok(matrix.multipleOf(zero, a)?.equals(0));
  assert.equal(matrix.multipleOf(c, a), null);
  assert.equal(matrix.multipleOf(a, zero), null);
  assert.ok(matrix.multipleOf(exact([[0, 6]])[0], exact([[0, 4]])[0])?.equals(rational(3, 2)));
});
