import assert from "node:assert/strict";
import { test } from "node:test";
import { withLetters } from "../../book/_live/shared/mathml_letters.js";

// letters from the charts of Unicode: Mathematical Alphanumeric Symbols, Letterlike Symbols
const LETTERS = [
  ["bold", "axAX019", "𝐚𝐱𝐀𝐗𝟎𝟏𝟗"],
  ["bold", "αωΑΩ", "𝛂𝛚𝚨𝛀"],
  ["bold-italic", "αβθ", "𝜶𝜷𝜽"],
  ["double-struck", "RNZQCHPE", "ℝℕℤℚℂℍℙ𝔼"],
];

test("letters say their style, which MathML Core does not read from the attribute", () => {
  for (const [variant, plain, styled] of LETTERS) {
    const markup = `<mi mathvariant="${variant}">${plain}</mi>`;
    assert.equal(withLetters(markup), `<mi>${styled}</mi>`);
  }
});

test("what has no such letter, and what is upright, stays", () => {
  for (const markup of ['<mi mathvariant="normal">⊤</mi>', '<mo mathvariant="bold">+</mo>']) {
    assert.equal(withLetters(markup), markup);
  }
});
