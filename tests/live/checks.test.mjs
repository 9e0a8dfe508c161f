import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { howToWrite, judge } from "../../book/_live/checks/judge.js";
import { rational } from "../../book/_live/shared/rational.js";

const NUMBER = "Expected a number such as 3, −2/5 or 0.25, received";
const OTHER = "that one is t·(12, −5) away, for some t.";

/** What is asked for, then answers with the state and the whole sentence that each gets. */
const KINDS = {
  "a number": [
    { kind: "number", answer: "12/5" },
    ["12/5", "right", "Right."],
    ["24/10", "right", "Right. In lowest terms it is 12/5."],
    ["2.40", "right", "Right: 2.4 is exactly 12/5."],
    ["−12/5", "wrong", "The size is right, the sign is not."],
    ["5/12", "wrong", "This is the reciprocal: turn the fraction over."],
    ["144/25", "wrong", "This is the square of the answer."],
    ["12", "wrong", "This is 5 times too large."],
    ["6/5", "wrong", "This is 2 times too small."],
    ["-1", "wrong", "The sign is wrong: the answer is positive."],
    ["5/2", "wrong", "5/2 is too large."],
    ["2", "wrong", "2 is too small."],
    ["0", "wrong", "0 is too small."],
    ["", "malformed", `${NUMBER} nothing.`],
    ["12:5", "malformed", `${NUMBER} “12:5”: write a slash: 12/5.`],
    ["d = 12/5", "malformed", `${NUMBER} “d = 12/5”: write only what is on the right: 12/5.`],
  ],
  "a negative number": [
    { kind: "number", answer: "-4" },
    ["-8", "wrong", "The sign is right, but the size is 2 times too large."], // −8 < −4
    ["-2", "wrong", "The sign is right, but the size is 2 times too small."],
    ["-7", "wrong", "−7 is too small."],
    ["-1 1/2", "malformed", `${NUMBER} “-1 1/2”: write it as one fraction: -3/2.`],
    [
      "1 1/0",
      "malformed",
      `${NUMBER} “1 1/0”: write one number, with a comma or a semicolon before the next.`,
    ],
    ["0.1\u0305", "malformed", `${NUMBER} “0.1\u0305”: write one number.`],
  ],
  "a number with many decimals": [
    { kind: "number", answer: "1/8192" },
    ["0.0001220703125", "right", "Right."], // thirteen places: more than are written
  ],
  "a matrix with zeros": [
    {
      kind: "matrix",
      answer: [
        ["1", "0"],
        ["-2", "3"],
      ],
    },
    ["-1 0; 2 -3", "wrong", "Every nonzero entry has the wrong sign."],
    ["3 0; -6 9", "wrong", "In size, every nonzero entry is 3 times too large."],
  ],
  "a number that is a square": [
    { kind: "number", answer: "9" },
    ["3", "wrong", "The square of this is the answer."],
    ["-3", "wrong", "The square of this is the answer."],
  ],
  "a whole number": [
    { kind: "number", answer: "0" },
    ["0.0", "right", "Right."],
    ["1", "wrong", "1 is too large."],
  ],
  "a finite decimal": [
    { kind: "number", answer: "36/25" },
    ["1.44", "right", "Right: 1.44 is exactly 36/25."],
    ["1.4", "wrong", "You rounded: 1.4 is not 1.44. Give all decimals, or a fraction."],
    ["1.5", "wrong", "1.5 is too large."],
  ],
  "no finite decimal": [
    { kind: "number", answer: "-2/3" },
    ["-0.67", "wrong", "You rounded: −0.67 is not −2/3. Write the fraction."],
    ["-0.66", "wrong", "You rounded: −0.66 is not −2/3. Write the fraction."],
    ["-0.68", "wrong", "−0.68 is too small."],
    ["-1", "wrong", "−1 is too small."],
  ],
  "a fraction": [
    { kind: "fraction", answer: "12/25" },
    ["12/25", "right", "Right."],
    ["36/75", "wrong", "The value is right. In lowest terms? Both numbers can be divided by 3."],
    [
      "\\frac{36}{75}",
      "wrong",
      "The value is right. In lowest terms? Both numbers can be divided by 3.",
    ],
    ["0,48", "wrong", "The value is right. Now write it as a fraction."],
    ["sqrt(144/625)", "right", "Right."],
    ["0.48", "wrong", "The value is right. Now write it as a fraction."],
    ["25/12", "wrong", "This is the reciprocal: turn the fraction over."],
  ],
  "a whole number as a fraction": [
    { kind: "fraction", answer: "2" },
    ["2", "right", "Right."],
    ["2.0", "right", "Right."],
    ["4/2", "wrong", "The value is right. In lowest terms? Both numbers can be divided by 2."],
  ],
  "one of the solutions": [
    {
      kind: "vector",
      answer: ["10/13", "24/13"],
      A: [["5", "12"]],
      b: ["26"],
      wanted: "the nearest solution",
    },
    ["10/13, 24/13", "right", "Right."],
    ["(20/26, 48/26)", "right", "Right."],
    ["26/5, 0", "wrong", `This solves the equation, but it is not the nearest solution: ${OTHER}`],
    ["20/13 48/13", "wrong", "Right direction, wrong length: yours is 2 times too long."],
    [
      "5, 12",
      "wrong",
      "Right direction, wrong length: yours is 13/2 times as long as it should be.",
    ],
    ["-10/13, -24/13", "wrong", "Right length, but it points the opposite way: turn every sign."],
    ["-20/13, -48/13", "wrong", "It points the opposite way, and it is 2 times too long."],
    ["24/13, 10/13", "wrong", "These are the right numbers in the wrong order."],
    ["0.77, 1.85", "wrong", "You rounded: 0.77 is not 10/13. Write the fraction."],
    ["10/13, -24/13", "wrong", "Entry 2 has the wrong sign."],
    ["10/13, 2", "wrong", "The left side gives 362/13, not 26. Entry 1 is right."],
    ["0, 0", "wrong", "The left side gives 0, not 26."],
    ["1", "malformed", "Expected 2 numbers, received 1."],
    ["1, 2, 3", "malformed", "Expected 2 numbers, received 3."],
    ["x, 2", "malformed", `${NUMBER} “x”: write numbers only, without letters and roots.`],
    [
      "1,,2",
      "malformed",
      "Expected numbers such as 1/2, −3, received nothing at place 2 of “1,,2”.",
    ],
  ],
  "a certain vector": [
    { kind: "vector", answer: ["1", "-2", "5"] },
    ["1 -2 5", "right", "Right."],
    ["-1 2 5", "wrong", "Entries 1 and 2 have the wrong sign."],
    ["1 -2 4", "wrong", "Entries 1 and 2 are right. Look at the other again."],
    ["1 0 0", "wrong", "Entry 1 is right. Look at the others again."],
    ["3 -3 0", "wrong", "Entry 1 is too large, entry 2 is too small and entry 3 is too small."],
  ],
  "a solution of two equations": [
    {
      kind: "vector",
      answer: ["1", "1", "1"],
      A: [
        ["1", "1", "1"],
        ["1", "0", "-1"],
      ],
      b: ["3", "0"],
    },
    [
      "2 -1 2",
      "wrong",
      "This solves the system, but it is not the solution asked for: that one is t·(1, −2, 1) away, for some t.",
    ],
    ["1 2 2", "wrong", "Row 1 gives 5, not 3; row 2 gives −1, not 0. Entry 1 is right."],
  ],
  "any solution": [
    {
      kind: "solution",
      A: [
        ["1", "1", "0"],
        ["0", "1", "2"],
      ],
      b: ["3", "6"],
    },
    ["3, 0, 3", "right", "Right: every row holds."],
    ["-1.5, 4.5, 0.75", "right", "Right: every row holds."],
    ["2, 1, 2", "wrong", "Row 2 gives 5, not 6."],
    ["0, 0, 0", "wrong", "Row 1 gives 0, not 3; row 2 gives 0, not 6."],
    ["2.33, 0.66, 2.67", "wrong", "Row 1 gives 299/100, not 3. You rounded: write fractions."],
    ["1, 2", "malformed", "Expected 3 numbers, received 2."],
  ],
  "any solution of one equation": [
    { kind: "solution", A: [["3", "4"]], b: ["12"] },
    ["8, -3", "right", "Right: the equation holds."],
    ["3, 4", "wrong", "The left side gives 25, not 12."],
  ],
  "any basis of a null space": [
    { kind: "basis", A: [["2", "3", "6"]], space: "null", dimension: 2 },
    ["(-3, 2, 0); (-3, 0, 1)", "right", "Right: 2 independent vectors of the null space."],
    ["0 2 -1; 3/2 -1 0", "right", "Right: 2 independent vectors of the null space."],
    [
      "(-3, 2, 0); (6, -4, 0)",
      "wrong",
      "The 2 vectors are dependent: vector 2 is −2 times vector 1.",
    ],
    ["(-3, 2, 0); (-3, 2, 0)", "wrong", "The 2 vectors are dependent: vector 2 equals vector 1."],
    ["(-3, 2, 0)", "wrong", "In the null space, but 1 vector is not enough: its dimension is 2."],
    [
      "(-3, 2, 0); (1, 0, 0)",
      "wrong",
      "Vector 2 is not in the null space: (2, 3, 6) · vector = 2, not 0.",
    ],
    ["(0, 0, 0)", "wrong", "This vector is the zero vector: no basis contains it."],
    [
      "-3 2 0; -3 0 1; -6 2 1",
      "wrong",
      "The 3 vectors are dependent: vector 3 is a combination of the vectors before it.",
    ],
    ["1 2; 3 4", "malformed", "Expected 3 numbers, received 2 in vector 1."],
    ["1 2", "malformed", "Expected 3 numbers, received 2."],
    ["(-3,2,0),(-3,0,1)", "right", "Right: 2 independent vectors of the null space."],
    [
      "-3, 2, 0, -3, 0, 1",
      "malformed",
      "Expected 3 numbers, received 6: put semicolons between vectors.",
    ],
    [
      "1 2 3; 4",
      "malformed",
      "Expected as many numbers in each row, received 3 in row 1 and 1 in row 2.",
    ],
    ["", "malformed", "Expected rows of numbers such as 1 2; 3 4, received nothing."],
  ],
  "any basis of the other spaces": [
    {
      kind: "basis",
      A: [
        ["1", "2"],
        ["2", "4"],
        ["0", "0"],
      ],
      space: "left-null",
      dimension: 2,
    },
    ["2 -1 0; 0 0 1", "right", "Right: 2 independent vectors of the left null space."],
    [
      "1 0 0; 0 0 1",
      "wrong",
      "Vector 1 is not in the left null space: column 1 · vector = 1, not 0.",
    ],
  ],
  "any basis of a column space": [
    {
      kind: "basis",
      A: [
        ["1", "2"],
        ["2", "4"],
        ["0", "0"],
      ],
      space: "column",
      dimension: 1,
    },
    ["1/2 1 0", "right", "Right: 1 independent vector of the column space."],
    [
      "1 1 0",
      "wrong",
      "This vector is not in the column space: it is no combination of the columns.",
    ],
  ],
  "any basis of a row space": [
    {
      kind: "basis",
      A: [
        ["1", "2"],
        ["2", "4"],
        ["0", "0"],
      ],
      space: "row",
      dimension: 1,
    },
    ["3 6", "right", "Right: 1 independent vector of the row space."],
    ["2 1", "wrong", "This vector is not in the row space: it is no combination of the rows."],
  ],
  "a certain matrix": [
    {
      kind: "matrix",
      answer: [
        ["1", "2"],
        ["-3", "1/2"],
      ],
    },
    ["1 2; -3 0.5", "right", "Right."],
    ["[[1, 2], [−3, 1/2]]", "right", "Right."],
    ["1 -3; 2 1/2", "wrong", "This is the transpose: exchange rows and columns."],
    ["1 2; 3 1/2", "wrong", "3 of 4 entries are right; entry (2, 1) has the wrong sign."],
    [
      "1 2; -4 1",
      "wrong",
      "2 of 4 entries are right; entry (2, 1) is too small and entry (2, 2) is too large.",
    ],
    ["2 4; -6 1", "wrong", "In size, every entry is 2 times too large."],
    ["-1 -2; 3 -1/2", "wrong", "Every entry has the wrong sign."],
    ["-2 -4; 6 -1", "wrong", "In size, every entry is 2 times too large, and the signs are wrong."],
    [
      "0 0; 0 0",
      "wrong",
      "No entry is right: entry (1, 1) is too small, entry (1, 2) is too small and so on.",
    ],
    ["1 2 3", "malformed", "Expected 2 rows of 2 numbers, received 1 row of 3 numbers."],
  ],
  "any matrix of rank 2": [
    { kind: "rank", rank: 2, rows: 3, columns: 3, symmetric: true },
    ["1 0 0; 0 1 0; 0 0 0", "right", "Right."],
    ["1 1 1; 1 1 1; 1 1 1", "wrong", "The rank is 1, not 2: row 2 equals row 1."],
    ["1 0 0; 0 1 0; 0 0 1", "wrong", "The rank is 3, not 2."],
    ["0 0 0; 0 1 0; 0 0 0", "wrong", "The rank is 1, not 2: row 1 is zero."],
    [
      "1 2 0; 3 1 0; 0 0 0",
      "wrong",
      "The matrix is not symmetric: entry (1, 2) is 2, entry (2, 1) is 3.",
    ],
    ["1 0; 0 1", "malformed", "Expected 3 rows of 3 numbers, received 2 rows of 2 numbers."],
  ],
  "any matrix with A x = b": [
    { kind: "rank", rank: 1, rows: 2, columns: 2, x: ["1", "1"], b: ["5", "6"] },
    ["5 0; 6 0", "right", "Right."],
    ["5 0; 5 0", "wrong", "Row 2 gives 5, not 6. Here x = (1, 1)."],
    ["5 0; 0 6", "wrong", "The rank is 2, not 1."],
  ],
  "any orthogonal vector": [
    { kind: "orthogonal", to: [["3", "4"]] },
    ["4, -3", "right", "Right."],
    ["-2/3, 1/2", "right", "Right."],
    ["4, 3", "wrong", "Its inner product with (3, 4) is 24, not 0."],
    ["0, 0", "wrong", "The zero vector is orthogonal to every vector: give another one."],
    ["4", "malformed", "Expected 2 numbers, received 1."],
  ],
  "any multiple": [
    { kind: "multiple", of: ["2", "0", "-4"] },
    ["-1 0 2", "right", "Right."],
    [
      "2 0 4",
      "wrong",
      "No single factor fits: entry 1 needs the factor 1 and entry 3 needs the factor −1.",
    ],
    ["2 1 -4", "wrong", "Entry 2 of every multiple is 0; yours is 1."],
    ["0 0 0", "wrong", "The zero vector has no direction: give another multiple."],
    ["1 2", "malformed", "Expected 3 numbers, received 2."],
  ],
};

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
