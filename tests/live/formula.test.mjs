import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { expand, render } from "../../book/_live/shared/formula.js";

const katex = createRequire(import.meta.url)("katex");
const MACROS = {
  "\\T": "\\top",
  "\\R": "\\mathbb{R}",
  "\\vect": "\\mathbf{#1}",
  "\\norm": "\\left\\lVert #1 \\right\\rVert",
  "\\inner": "\\left\\langle #1, #2 \\right\\rangle",
};

test("what a reader copies has LaTeX's own commands only", () => {
  const pairs = [
    ["A^{\\T} A", "A^{\\top} A"],
    ["\\T x", "\\top x"],
    ["\\R^n", "\\mathbb{R}^n"],
    ["\\norm{\\vect{a} - \\vect b}^2", "\\left\\lVert \\mathbf{a} - \\mathbf{b} \\right\\rVert^2"],
    ["\\inner{x}{\\{y\\}}", "\\left\\langle x, \\{y\\} \\right\\rangle"],
    ["\\Rank \\vector", "\\Rank \\vector"], // longer names are others
    ["\\R a", "\\mathbb{R} a"],
  ];
  for (const [written, expected] of pairs) assert.equal(expand(written, MACROS), expected);
});

/** @param {string} tex @returns {string} */
const display = (tex) => render(katex, { tex, display: true }, MACROS);
/** @param {string} tex @returns {number} */
const widest = (tex) => Number(/--widest:([\d.]+)/.exec(display(tex))?.[1]);
/** @param {string} tex @returns {string[]} the signs of each piece that no row may break */
const pieces = (tex) => {
  const [, ...found] = display(tex).split('class="katex-html"')[1].split('"katex-base"');
  return found.map((piece) => piece.replace(/^[^>]*>|<[^>]*>|<[^>]*$/g, ""));
};

test("a row may end before a relation and after a wide space", () => {
  assert.deepEqual(pieces("a = b + c"), ["a", "=b", "+c"]);
  assert.deepEqual(pieces("a = 1 , \\qquad b \\le 2"), ["a", "=1,", "b", "≤2"]);
  assert.deepEqual(pieces("\\frac{a = b}{c + d}").length, 1);
  const parts = display("a = 1 , \\qquad b = 2 , \\quad c = 3").split('"formula-part"');
  assert.equal(parts.length - 1, 3);
});

test("a list in large brackets may end a row after each entry", () => {
  const found = pieces("\\displaystyle \\left( \\frac{1}{2}, \\ \\left[ 3, 4 \\right]\\right)");
  assert.deepEqual(found.length, 2);
  assert.match(found[0], /^\(.*,/);
  assert.match(found[1], /\)$/);
});

test("formulas in a line, and what is read aloud, stay as KaTeX makes them", () => {
  const tex = "a = 1 , \\quad b = 2";
  const inline = render(katex, { tex, display: false }, MACROS);
  assert.doesNotMatch(inline, /formula-part|--widest/);
  const spoken = (/** @type {string} */ html) =>
    /<math.*?<\/math>/s.exec(html)?.[0].match(/<m[ion]>[^<]*/g);
  const plain = katex.renderToString(tex, { displayMode: true });
  assert.deepEqual(spoken(display(tex)), spoken(plain));
});

test("the widest piece is as wide as its signs", () => {
  assert.equal(widest("x"), 0.6); // KaTeX's x: 0.5715 em
  assert.ok(widest("123456") > 3 && widest("123456") < 3.2); // half an em each
  assert.ok(widest("x^{123456}") < widest("x123456")); // raised signs are smaller
  assert.ok(widest("\\frac{123456}{2}") < widest("123456 2")); // above each other
  assert.ok(Math.abs(widest("\\hskip5em x") - widest("x") - 5.1) < 0.1);
});
