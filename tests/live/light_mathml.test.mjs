import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { render } from "../../book/_live/shared/formula.js";

const katex = createRequire(import.meta.url)("katex");

/** @param {string} tex @returns {string} the formula's MathML, without what is copied */
const math = (tex) =>
  /<semantics>(.*?)<annotation/.exec(render(katex, { tex, display: false }, {}))?.[1] ?? "";

test("a sign, a script, a fraction that stand alone need no row", () => {
  assert.equal(math("x"), "<mi>x</mi>");
  assert.equal(math("x^2"), "<msup><mi>x</mi><mn>2</mn></msup>");
  assert.equal(math("\\frac{1}{2}"), "<mfrac><mn>1</mn><mn>2</mn></mfrac>");
  assert.equal(math("x + y"), "<mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>");
});

test("an operator keeps its row, which says whether it opens, joins or closes", () => {
  for (const [tex, row] of [
    ["\\to", "<mrow><mo>→</mo></mrow>"],
    ["\\to^n", "<mrow><msup><mo>→</mo><mi>n</mi></msup></mrow>"],
    ["-", "<mrow><mo>−</mo></mrow>"],
  ]) {
    assert.ok(math(tex).includes(row), `${tex}: ${math(tex)}`);
  }
});

test("an entry of a matrix has the style that MathML gives it; in a script it keeps KaTeX's", () => {
  const matrix = "\\begin{matrix} 1 \\end{matrix}";
  assert.ok(math(matrix).includes("<mtd><mn>1</mn></mtd>"), math(matrix));
  const styled = '<mtd><mstyle scriptlevel="0" displaystyle="false"><mn>1</mn></mstyle></mtd>';
  assert.ok(math(`x^{${matrix}}`).includes(styled), math(`x^{${matrix}}`));
  const displayed = math("\\begin{aligned} x &= \\sum_i y_i \\end{aligned}");
  assert.ok(displayed.includes('displaystyle="true"'), displayed);
});

test("what is read and copied is what KaTeX writes, in the same order", () => {
  /** @param {string} html @returns {string} */
  const words = (html) => html.slice(0, html.indexOf('"katex-html"')).replaceAll(/<[^>]*>/g, "");
  for (const tex of ["\\sqrt{x_1^2} - {-y}", "\\begin{bmatrix} a & -1 \\end{bmatrix}^{\\top}"]) {
    const ours = render(katex, { tex, display: false }, {});
    assert.equal(words(ours), words(katex.renderToString(tex)), tex);
  }
});
