import { NUMBER } from "./numbers.mjs";

const OTHER = "that one is t·(12, −5) away, for some t.";

/** Checks of vectors: certain ones, solutions, orthogonal ones, multiples: what is asked for, then answers, each with its state and sentence. */
export const VECTORS = {
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
