export const NUMBER = "Expected a number such as 3, −2/5 or 0.25, received";

/** Checks of numbers and fractions: what is asked for, then answers, each with its state and sentence. */
export const NUMBERS = {
  "a number": [
    { kind: "number", answer: "12/5" },
    ["12/5", "right", "Right."],
    ["24/10", "right", "Right. In lowest terms it is 12/5."],
    ["2.40", "right", "Right: 2.4 is exactly 12/5."],
    ["−12/5", "wrong", "The size is right, the sign is not."],
    ["5/12", "wrong", "This is the reciprocal: turn the fraction over."],
    ["144/25", "wrong", "This is the square of the answer."],
    ["12", "wrong", "This is 5 times too large."],
    ["12e99", "wrong", "This is far too large."],
    ["12e-99", "wrong", "This is far too small."],
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
  "a number that is a square": [
    { kind: "number", answer: "9" },
    ["3", "wrong", "The square of this is the answer."],
    ["-3", "wrong", "The square of this is the answer."],
  ],
  "a whole number": [
    { kind: "number", answer: "0" },
    ["0.0", "right", "Right."],
    ["1", "wrong", "1 is too large."],
    ["1e99", "wrong", "A number of 100 digits is too large."],
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
};
