/** Checks of bases of the four subspaces: what is asked for, then answers, each with its state and sentence. */
export const BASES = {
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
};
