import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

globalThis.document = parseHTML("<main></main>").document;
const { latexOf } = await import("../../book/_live/cite/latex.js");

const formula = (tex) =>
  `<span class="math"><math><semantics><annotation>${tex}</annotation></semantics></math>` +
  `<span class="katex-html">drawn</span></span>`;
const block = (inner, kind = "theorem", title = "Theorem 3.1 ") =>
  parseHTML(
    `<main><div class="proof ${kind} admonition" id="thm-a"><p class="admonition-title">` +
      `<span><span class="caption-number">${title}</span> (Nearest point)</span>` +
      `<a class="headerlink">#</a><a class="cite-link"></a></p>${inner}</div></main>`,
  ).document.querySelector(".admonition");

test("a statement is an environment with its title, label and formulas", () => {
  const text = `<section>\n<p>Let ${formula("a &lt; b")} be <strong>small</strong>.\nThen</p>
<div class="equation"><div class="math">${formula("x = 1")}</div>
<span class="eqno">(3.2)<a class="headerlink"></a></span></div>
<p>for <em>all</em> of 50 %.</p>\n</section><details class="ties">Needs 2</details>`;
  assert.equal(
    latexOf(block(text)),
    [
      "\\begin{theorem}[Nearest point]\\label{thm-a}",
      "Let $a < b$ be \\textbf{small}. Then",
      "\\[",
      "x = 1 \\tag{3.2}",
      "\\]",
      "for \\emph{all} of 50 \\%.",
      "\\end{theorem}",
      "",
    ].join("\n"),
  );
});

test("lists, code and quotation marks", () => {
  const text = "<ol><li><p>One “a_b”.</p></li><li><p><code>x^2</code></p></li></ol>";
  assert.equal(
    latexOf(block(text, "exercise")),
    [
      "\\begin{exercise}[Nearest point]\\label{thm-a}",
      "\\begin{enumerate}",
      "\\item One ``a\\_b''.",
      "\\item \\texttt{x\\textasciicircum{}2}",
      "\\end{enumerate}",
      "\\end{exercise}",
      "",
    ].join("\n"),
  );
});

test("two paragraphs stay two, and what a page adds for readers stays behind", () => {
  const text =
    '<p>One.</p>\n<p>Two.<a class="permalink">¶</a></p><div class="answer-check">x</div>';
  assert.match(latexOf(block(text)), /\]\\label\{thm-a\}\nOne\.\n\nTwo\.\n\\end\{theorem\}/);
});
