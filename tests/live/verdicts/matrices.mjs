/** Checks of matrices: a certain one, any of a rank: what is asked for, then answers, each with its state and sentence. */
export const MATRICES = {
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
};
