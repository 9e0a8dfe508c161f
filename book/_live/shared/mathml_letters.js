// Bold and blackboard letters as letters: MathML Core ignores `mathvariant`, so that without them
// a screen reader says "a" for the vector a and "R" for the set of numbers.

/** @type {Record<string, { upper: number, lower: number, digit?: number, greek?: number }>} */
const STARTS = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: 0x1d6a8 },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482, greek: 0x1d71c },
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
};
// Unicode had these before the others.
const EARLIER = { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" };
const LETTERS = /<(mi|mn|mo|mtext) mathvariant="(bold|bold-italic|double-struck)">([^<]*)</g;
const ALPHA = 0x391; // Α, the first of the Greek letters; the styled ones stand in the same order

/** @param {string} letter @param {string} variant @returns {string} the letter in that style */
function styled(letter, variant) {
  const starts = STARTS[variant];
  if (variant === "double-struck" && letter in EARLIER) {
    return EARLIER[/** @type {keyof typeof EARLIER} */ (letter)];
  }
  /** @param {string} first @param {number} [start] */
  const from = (first, start) =>
    start ? String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0)) : letter;
  if (/[A-Z]/.test(letter)) return from("A", starts.upper);
  if (/[a-z]/.test(letter)) return from("a", starts.lower);
  if (/[0-9]/.test(letter)) return from("0", starts.digit);
  return /[Α-Ωα-ω]/.test(letter) ? greek(letter, starts.greek) : letter;
}

/** @param {string} letter @param {number} [start] */
function greek(letter, start) {
  const small = letter >= "α" ? 6 : 0; // six letters fewer lie between the capitals and the small
  return start ? String.fromCodePoint(start + letter.charCodeAt(0) - ALPHA - small) : letter;
}

/**
 * @param {string} markup what KaTeX writes
 * @returns {string} the same with letters that say their style
 */
export function withLetters(markup) {
  return markup.replace(LETTERS, (whole, tag, variant, text) => {
    const letters = [...text].map((letter) => styled(letter, variant)).join("");
    return letters === text ? whole : `<${tag}>${letters}<`;
  });
}
