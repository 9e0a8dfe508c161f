import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NotationError } from "../../book/_live/shared/notation.js";
import {
  finiteDecimal,
  format,
  isDecimal,
  parseRational,
  rational,
} from "../../book/_live/shared/rational.js";

const integers = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const naturals = fc.bigInt({ min: 1n, max: 10n ** 30n });
const pairs = fc.tuple(integers, naturals);
/** @param {[bigint, bigint]} pair */
const make = ([n, d]) => rational(n, d);

/** Whether a rational number is n/d, by multiplying across: BigInt only. */
const is = (value, n, d) => value.s * value.n * d === n * value.d;

test("numbers are read as they are written", () => {
  const written = {
    3: [3n, 1n],
    "-2/5": [-2n, 5n],
    "\u22122/5": [-2n, 5n],
    "\u20132 / 5": [-2n, 5n],
    "+7": [7n, 1n],
    "- 7": [-7n, 1n],
    " 36/25 ": [36n, 25n],
    "72/50": [36n, 25n],
    "36\u204425": [36n, 25n],
    1.44: [36n, 25n],
    "-0.25": [-1n, 4n],
    ".5": [1n, 2n],
    "5.": [5n, 1n],
    "0/7": [0n, 1n],
    0.1: [1n, 10n],
    "007": [7n, 1n],
  };
  for (const [text, [n, d]] of Object.entries(written)) {
    const value = parseRational(text);
    assert.deepEqual([value.s * value.n, value.d], [n, d], text);
  }
});

test("what is no number is refused with its length or with the remedies of the table", () => {
  const says = (text) => {
    try {
      parseRational(text);
    } catch (error) {
      assert.ok(error instanceof NotationError);
      return error.message;
    }
    return assert.fail(`${text} was taken for a number`);
  };
  const expected = "expected a number such as 3, −2/5 or 0.25, received ";
  assert.equal(says(""), `${expected}nothing`);
  assert.equal(says("  "), `${expected}nothing`);
  for (const text of [".", "-", "/2", "2/", "1/2/3", "1.2.3", "1/2.5", "0x10", "e5", ","]) {
    assert.ok(says(text).startsWith(`${expected}“${text}”`), text);
  }
  const most = "expected a number of at most 200 characters, received 201 characters";
  assert.equal(says("1".repeat(201)), most);
});

test("roots of squares are numbers, whatever their size", () => {
  fc.assert(
    fc.property(pairs, ([n, d]) => {
      const value = parseRational(`sqrt(${n * n}/${d * d})`.slice(0, 200));
      const [size, bottom] = [n < 0n ? -n : n, d];
      assert.ok(is(value, size, bottom));
      assert.throws(() => parseRational(`√(${n * n * d * d + 1n}/${2n * d * d})`));
    }),
  );
});

test("every fraction that is written is read again", () => {
  fc.assert(
    fc.property(pairs, ([n, d]) => {
      const value = parseRational(`${n}/${d}`);
      assert.ok(is(value, n, d));
      assert.ok(parseRational(format(value)).equals(value));
    }),
  );
});

test("decimals are exact", () => {
  fc.assert(
    fc.property(integers, fc.integer({ min: 1, max: 40 }), (n, places) => {
      const digits = (n < 0n ? -n : n).toString().padStart(places + 1, "0");
      const text = `${n < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
      assert.ok(is(parseRational(text), n, 10n ** BigInt(places)));
    }),
  );
});

test("arithmetic agrees with BigInt, across the denominators", () => {
  fc.assert(
    fc.property(pairs, pairs, (a, b) => {
      const [x, y] = [make(a), make(b)];
      assert.ok(is(x.add(y), a[0] * b[1] + b[0] * a[1], a[1] * b[1]));
      assert.ok(is(x.sub(y), a[0] * b[1] - b[0] * a[1], a[1] * b[1]));
      assert.ok(is(x.mul(y), a[0] * b[0], a[1] * b[1]));
      if (b[0] !== 0n) assert.ok(is(x.div(y), a[0] * b[1], a[1] * b[0]));
      assert.equal(x.equals(y), a[0] * b[1] === b[0] * a[1]);
    }),
  );
});

test("rational numbers are a field", () => {
  fc.assert(
    fc.property(pairs.map(make), pairs.map(make), pairs.map(make), (a, b, c) => {
      const [zero, one] = [rational(0), rational(1)];
      assert.ok(
        a
          .add(b)
          .add(c)
          .equals(a.add(b.add(c))),
      );
      assert.ok(
        a
          .mul(b)
          .mul(c)
          .equals(a.mul(b.mul(c))),
      );
      assert.ok(a.add(b).equals(b.add(a)));
      assert.ok(a.mul(b).equals(b.mul(a)));
      assert.ok(a.mul(b.add(c)).equals(a.mul(b).add(a.mul(c))));
      assert.ok(a.add(zero).equals(a) && a.mul(one).equals(a));
      assert.ok(a.add(a.neg()).equals(zero));
      if (!a.equals(zero)) assert.ok(a.mul(a.inverse()).equals(one));
    }),
  );
});

test("numbers are written exactly", () => {
  assert.equal(format(rational(-72, 50)), "−36/25");
  assert.equal(format(rational(4, 2)), "2");
  assert.equal(format(rational(0)), "0");
  assert.equal(finiteDecimal(rational(36, 25)), "1.44");
  assert.equal(finiteDecimal(rational(-1, 8)), "−0.125");
  assert.equal(finiteDecimal(rational(-7)), "−7");
  assert.equal(finiteDecimal(rational(1, 3)), null);
  assert.equal(finiteDecimal(rational(10, 26)), null);
  assert.ok(isDecimal("1.44") && !isDecimal("36/25"));
});
