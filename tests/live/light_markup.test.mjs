import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { render } from "../../book/_live/shared/formula.js";

const katex = createRequire(import.meta.url)("katex");

/** @param {string} html @returns {string} what is for the eye */
const drawn = (html) => html.slice(html.indexOf('"katex-html"'));
/** @param {string} tex @returns {string} */
const light = (tex) => drawn(render(katex, { tex, display: false }, {}));
/** @param {string} tex @returns {string} */
const plain = (tex) => drawn(katex.renderToString(tex));
/** @param {string} html @returns {number} */
const count = (html) => html.match(/<span/g)?.length ?? 0;
/** @param {string} html @returns {string} */
const signs = (html) => html.replaceAll(/^[^>]*>|<[^>]*>|\u200b/g, "");

test("a raised and a lowered sign stand in the line, as high as KaTeX puts them", () => {
  // KaTeX, with 0.7 of the size: x^2 is raised by 0.363 em, x_1 lowered by 0.15 em; 0.05 em follow
  const [raised, lowered] = ["x^2", "x_1"].map(light);
  assert.match(raised, /script" style="vertical-align:0\.5186em;margin-right:0\.0714em;">2</);
  assert.match(lowered, /script" style="vertical-align:-0\.2143em;margin-right:0\.0714em;">1</);
  assert.ok(2 * count(raised) < count(plain("x^2")));
});

test("what stands above each other stays a table", () => {
  for (const tex of [
    "x_1^2",
    "x^{\\frac{1}{2}}",
    "\\frac{a}{b}",
    "\\sqrt{2}",
    "\\displaystyle \\min_{x}",
  ]) {
    assert.match(light(tex), /vlist-t/, tex);
  }
});

test("room between signs becomes a margin, added to the one of a slanted sign", () => {
  assert.doesNotMatch(light("a + y = b"), /mspace/);
  assert.match(light("y = b"), /margin-right:0\.3137em;">y</); // 0.0359 em of y, 5/18 em before =
  assert.match(light("x^2 = b"), /margin-right:0\.4683em;">2</); // 0.05 + 5/18 em, over 0.7
});

test("entries of a matrix keep the box in which they are laid out", () => {
  assert.match(
    light("\\begin{bmatrix} -2 \\end{bmatrix}"),
    /pstrut[^>]*><\/span><span class="mord"><span/,
  );
});

test("the signs are those of KaTeX, in the same order, in fewer elements", () => {
  for (const tex of [
    "\\mathbf{x}^{\\star} = \\frac{b}{\\lVert \\mathbf{a} \\rVert^2} \\, \\mathbf{a}",
    "\\begin{bmatrix} 1 & -2 \\\\ x_1 & y^{n_1} \\end{bmatrix}^{\\top}",
    "\\sum_{i=1}^{n} a_i x_i \\le \\sqrt{5}, \\quad i = 1, \\dots, n",
    "\\left( \\frac{1}{2}, \\text{ if } a \\ne 0 \\right)",
  ]) {
    const [ours, theirs] = [light(tex), plain(tex)];
    assert.equal(signs(ours), signs(theirs), tex);
    assert.ok(count(ours) < count(theirs), tex);
  }
});

test("a piece keeps its strut where it is higher or deeper than its line", () => {
  for (const tex of ["x", "x_1", "A^2 + b", "(a)"]) {
    assert.doesNotMatch(light(tex), /katex-strut/, tex);
  }
  for (const tex of ["\\sqrt{x^2}", "\\frac{a}{b}", "\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}"]) {
    assert.match(light(tex), /katex-strut/, tex);
  }
});

test("the depth of a table is kept without an element in it", () => {
  assert.match(light("x_1^2"), /class="vlist" style="height:0\.\d+em;"><\/span>/);
});
