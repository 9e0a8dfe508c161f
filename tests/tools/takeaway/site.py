"""A small site as a build leaves it, for what readers take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://book.test/"
FORMULA = (
    '<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>'
    '<annotation encoding="application/x-tex">x &lt;  1</annotation></semantics></math></span>'
    '<span aria-hidden="true" class="katex-html"><span class="base">x</span></span></span>'
)
CHAPTER = f"""<!doctype html><html lang="en"><head><title>3. One — Book</title></head><body>
<main><div class="formula-roots" hidden><svg><defs><path id="root-1" d="M0 0"/></defs></svg></div>
<article class="bd-article"><section id="sec-one"><h1>3. One<a class="headerlink" href="#x">#</a>
</h1><section id="first"><h2>3.1. First</h2>
<p id="p-1">A formula {FORMULA}, a <a href="#exr-one-a">task</a>, a
<a href="two.html#fig-two">page</a>, <a href="../search.html?q=a#b">words</a>,
<a href="https://other.test/a">another site</a>.</p>
<svg><use href="#root-1"></use></svg>
<figure id="fig-one"><svg class="figure-svg"></svg><figcaption>
<p>Moves.</p></figcaption></figure><div data-live="figure" data-figure="fig-one"></div>
<figure id="fig-asks"><figcaption><p><span class="caption-text">What moves is {FORMULA}.</span>
<a class="headerlink" href="#fig-asks"></a></p><div class="legend"><p class="figure-task">Drag
{FORMULA}: where to? Then stop.</p></div></figcaption></figure>
<div data-live="figure" data-figure="fig-asks"></div>
<div class="proof theorem admonition" id="thm-one"><p class="admonition-title"><span>
<span class="caption-number">Theorem 3.1 </span> (All of it)</span>
<a class="slide-link" href="../deck/one.html" aria-label="Slide"></a></p>
<section><p>If {FORMULA}, <a href="two.html">all</a> is well.
<a class="permalink" href="#p">#</a></p>
<div class="equation"><div class="math"><span class="katex-display">{FORMULA}</span></div></div>
</section><details class="ties"><summary>Needs</summary></details></div>
<div class="exercise admonition" id="exr-one-a"><p class="admonition-title"><span>
<span class="caption-number">Exercise 3.1 </span> (Try)</span></p><section><p>By hand: add.
(No check asks for the sum.)
And so on.</p>
<div class="answer-check" data-live="check"></div></section></div>
<details class="hint fold dropdown"><summary>Hint</summary><p>Both.</p></details>
<details class="solution fold dropdown" id="sol-one-a"><summary>Solution to Exercise 3.1 (Try)
</summary><section><p>It is 2.</p></section></details>
<div class="exercise admonition" id="exr-one-b"><p class="admonition-title"><span>
<span class="caption-number">Exercise 3.2 </span> (Why)</span></p><section><p>Why: so.</p></section>
</div></section></section></article><aside class="page-actions" aria-label="Download and source">
<a href="one.md">Text (.md)</a></aside></main></body></html>
"""
COVER = f"""<!doctype html><html lang="en"><head><title>Book</title>
<link rel="canonical" href="{ADDRESS}"></head><body><main><article class="bd-article"><h1>Book</h1>
</article><aside class="page-actions" aria-label="Download and source">
<a href="index.md">Text (.md)</a></aside></main></body></html>
"""


def write_site(folder: Path) -> Path:
    """Write the site into a folder and return it."""
    for name, text in {"index": COVER, "part/one": CHAPTER, "part/two": CHAPTER}.items():
        path = folder / f"{name}.html"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    (folder / "version.json").write_text('{"version": "1.0", "commit": "0a", "released": false}')
    return folder
