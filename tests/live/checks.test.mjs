import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { howToWrite, judge } from "../../book/_live/checks/judge.js";
import { rational } from "../../book/_live/shared/rational.js";
import { BASES } from "./verdicts/bases.mjs";
import { MATRICES } from "./verdicts/matrices.mjs";
import { NUMBERS } from "./verdicts/numbers.mjs";
import { VECTORS } from "./verdicts/vectors.mjs";

const KINDS = { ...NUMBERS, ...VECTORS, ...BASES, ...MATRICES };

for (const [name, [check, ...answers]] of Object.entries(KINDS)) {
  describe(name, () => {
    for (const [text, state, message] of answers) {
      test(`${text || "nothing"}: ${state}`, () => {
        assert.deepEqual(judge(check, text), { state, message });
      });
    }
  });
}

test("every kind says how an answer is written", () => {
  const hints = {
    "a number": "A number such as 3, −2/5 or 0.25.",
    "a fraction": "A fraction such as −2/5, or a whole number.",
    "a negative number": "A number such as 5 or −3.",
    "a number that is a square": "A number such as 5 or 3.",
    "a whole number": "A number such as 5 or 3.",
    "one of the solutions": "2 numbers, such as 1/2, 3.",
    "a certain vector": "3 numbers, such as 5, −3, 0.",
    "a solution of two equations": "3 numbers, such as 5, 3, 0.",
    "a matrix with zeros": "Rows with semicolons between them, such as 1 0; 5 −3.",
    "any solution": "3 numbers, such as 1/2, −3, 0.",
    "any orthogonal vector": "2 numbers, such as 1/2, −3.",
    "any multiple": "3 numbers, such as 1/2, −3, 0.",
    "any basis of a null space": "Vectors with semicolons between them, each such as (1/2, −3, 0).",
    "any basis of the other spaces":
      "Vectors with semicolons between them, each such as (1/2, −3, 0).",
    "a certain matrix": "Rows with semicolons between them, such as 1 0; 1/2 −3.",
    "any matrix of rank 2": "Rows with semicolons between them, such as 1 0; 1/2 −3.",
  };
  for (const [name, hint] of Object.entries(hints)) assert.equal(howToWrite(KINDS[name][0]), hint);
  for (const answer of ["5", "3", "0", "-3"]) {
    const hint = howToWrite({ kind: "number", answer });
    assert.ok(!hint.includes(` ${answer.replace("-", "−")}`), hint); // never the answer itself
  }
  assert.equal(howToWrite({ kind: "vector", answer: ["5", "3"] }), "2 numbers, such as 1, 0.");
  const letters = { kind: "symbolic", letters: ["s", "t"] };
  const one = "An expression such as 5s^2 − t/4.";
  assert.equal(howToWrite({ ...letters, answer: [["s/3"]] }), one);
  assert.equal(
    howToWrite({ ...letters, answer: [["s/3", "t"]] }),
    `Commas between the entries. ${one}`,
  );
  assert.equal(
    howToWrite({ ...letters, answer: [["s"], ["t"]] }),
    `Rows with semicolons between them, with commas between the entries. ${one}`,
  );
});

const numbers = fc
  .tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 50n }))
  .map(([n, d]) => rational(n, d).toFraction());

test("no text makes a check fail, and only the answer is right", () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(numbers).map((list) => list.join(", ")),
  );
  for (const [check] of Object.values(KINDS)) {
    fc.assert(
      fc.property(text, (written) => {
        const { state, message } = judge(check, written);
        assert.ok(["right", "wrong", "malformed"].includes(state));
        assert.match(message, /^\S.*[.]$/su);
      }),
    );
  }
  fc.assert(
    fc.property(numbers, numbers, (answer, written) => {
      const [p, q, r, s] = [answer, written].flatMap((x) => [...x.split("/"), "1"].slice(0, 2));
      const { state } = judge({ kind: "number", answer }, written);
      assert.equal(state === "right", BigInt(p) * BigInt(s) === BigInt(r) * BigInt(q));
    }),
  );
});

test("steps along the line from one solution give all others, and no others", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (t, off) => {
      const check = KINDS["any solution of one equation"][0];
      const { state } = judge(check, `${8 + 4 * t}, ${-3 - 3 * t + off}`);
      assert.equal(state, off === 0 ? "right" : "wrong");
    }),
  );
});
