"""Each style rule finds a planted fault, at its line, and passes a clean text that looks alike."""

from __future__ import annotations

import pytest
from tools.rules.checks import answers_computed
from tools.rules.code import public_names, short_lines, visible_cells
from tools.rules.labels import everything_labeled, label_form
from tools.rules.mathematics import notation
from tools.rules.numbers import numbers_from_code
from tools.rules.output import repeatable_code
from tools.rules.prose import one_sentence_a_line, refer_by_role, words
from tools.rules.reading import readable_options

from tools.rules import ChapterRule, parse_chapter

CHECK = "````{exercise}\nX.\n\n```{check} P\n:answer: %s\n```\n````"
CAPTION = "```{code-cell}\n---\nmystnb:\n  figure:\n    caption: |\n      One.\n      %s\n---\n```"

# Rule, text, and the lines at which it must report something, once each.
CAUGHT: list[tuple[ChapterRule, str, list[int]]] = [
    (readable_options, "```{code-cell}\n---\na: b: c\n---\nx\n```", [1]),
    # Rule 1
    (one_sentence_a_line, "One ends. Two begins.", [1]),
    (one_sentence_a_line, "It is $x$. $y$ is not.", [1]),
    (one_sentence_a_line, "So $x = 2.$ Next.", [1]),
    (one_sentence_a_line, "He asks why (she knows.) Nobody answers.", [1]),
    (one_sentence_a_line, "It costs 3.50. 36 others cost more.", [1]),
    (one_sentence_a_line, "Old {cite}`moore`. {cite}`moore` says so.", [1]),
    (one_sentence_a_line, 'They say "yes." Then they go.\nIs it? No! Yes.', [1, 2, 2]),
    (one_sentence_a_line, "This sentence goes\non here.", [1]),
    (one_sentence_a_line, "- An item. And more.\n\n> A quote. And more.", [1, 3]),
    (one_sentence_a_line, ":::{note}\n:class: x\n\n```{tip}\nOne. Two.\n```\n:::", [5]),
    (
        one_sentence_a_line,
        CAPTION % "Two. Three.",
        [7],
    ),
    (
        one_sentence_a_line,
        "```{code-cell}\n---\nmystnb:\n  figure:\n    caption: One. Two.\n---\n```",
        [5],
    ),
    # Rule 2
    (label_form, "(sec-other)=\n# T", [1]),
    (label_form, "(sec-one-equation-Big)=\n## T", [1]),
    (label_form, "$$\nx\n$$ (one-equation-line)", [1]),
    (label_form, "$$\nx\n$$ (eq-one-equation)", [1]),
    (label_form, "```{prf:definition} D\n:label: thm-one-equation-line\nX.\n```", [1]),
    (
        label_form,
        "```{code-cell}\n---\nmystnb:\n  figure:\n    name: tab-one-equation-a\n---\n```",
        [1],
    ),
    (everything_labeled, "```{prf:theorem} T\nX.\n```\n\n```{exercise}\nX.\n```", [1, 5]),
    (everything_labeled, "````{note}\n```{figure} a.svg\nCaption.\n```\n````", [2]),
    (everything_labeled, "```{code-cell}\n---\nmystnb:\n  figure:\n    caption: C\n---\n```", [1]),
    # Rule 3
    (
        refer_by_role,
        "As shown above, it holds.\nSee below.\nThe example above shows it.",
        [1, 2, 3],
    ),
    (refer_by_role, "Above, we found it.\nThe above shows it.\nThe reason is below.", [1, 2, 3]),
    (refer_by_role, "The following figure shows it.\nThe previous theorem does.", [1, 2]),
    (refer_by_role, "By Theorem 3 it holds.\nSee Eq. (4).\nSee Fig. 2.", [1, 2, 3]),
    (refer_by_role, "| See |\n|---|\n| Section 2.1 |\n\n# Chapter 5", [3, 5]),
    (refer_by_role, "$$\nx \\tag{1}\n$$", [1]),
    # Rule 5
    (notation, "$\\begin{pmatrix} 1 \\end{pmatrix}$", [1]),
    (notation, "$$\nx\n\\begin{matrix} 1 \\end{matrix}\n$$", [3]),
    (notation, "$\\left[\\begin{array}{cc} 1 & 2 \\end{array}\\right]$", [1]),
    (
        notation,
        "$A^T$\n$A^{T}$\n$A^\\mathsf{T}$\n$A^{\\mathsf T}$\n$A^\\intercal$\n$A^{\\top}$",
        [1, 2, 3, 4, 5, 6],
    ),
    (notation, "```{math}\nx\n```", [1]),
    (notation, "\\begin{align}\nx\n\\end{align}", [1]),
    (notation, "$$\n\\begin{align*}\nx\n\\end{align*}\n$$", [2]),
    (notation, "$\\newcommand{\\R}{R}$\n$\\def\\a{b}$", [1, 2]),
    (notation, "Then $$a = b.$$", [1]),
    (notation, "```{note} About $A^T$\nText.\n```\n\n| $B^T$ |\n|---|\n| $C^T$ |", [1, 5, 7]),
    # Rule 7
    (visible_cells, "```{code-cell}\n" + "a = 1\n" * 16 + "a\n```", [1]),
    (short_lines, f"```{{code-cell}}\n:tags: [hide-input]\n\na = 1\n{'a' * 63}\n```", [5]),
    (visible_cells, "```{code-cell}\n:tags: [full-precision]\n\na = 1\nprint(a)\n```", [5]),
    (visible_cells, "```{code-cell}\na = 1\n```\n\n```{code-cell}\na;\n```", [2, 6]),
    (
        visible_cells,
        "```{code-cell}\nfor a in b:\n    a\n```\n\n```{code-cell}\n%time a\n```",
        [2, 6],
    ),
    (public_names, "```{code-cell}\nfrom linalg_book import nothing\n```", [2]),
    (public_names, "```{code-cell}\nimport linalg_book as lb\n\nlb.nothing(1)\n```", [4]),
    (public_names, "```{code-cell}\nx._private\n```\n\nIt is {eval}`x._other`.", [2, 5]),
    (public_names, "```{code-cell}\nfrom linalg_book import *\n```", [2]),
    # Rule 9
    (numbers_from_code, "The point lies 2.4 away.\nIt is $\\frac{36}{25}$, $-36/25$.", [1, 2, 2]),
    (numbers_from_code, "# A 12/5\n\n| a |\n|---|\n| 2.4 |\n\n- $\\tfrac12$", [1, 5, 7]),
    (numbers_from_code, "---\ngiven: [36/25]\n---\n\nIt is $48/25$.", [5]),
    (
        numbers_from_code,
        CAPTION % "It is 2.4.",
        [7],
    ),
    # Rule 11
    (repeatable_code, "```{code-cell}\nnp.random.seed(1)\nnp.random.rand(3)\n```", [2, 3]),
    (
        repeatable_code,
        "```{code-cell}\nrng = np.random.default_rng()\nr = default_rng(None)\n```",
        [2, 3],
    ),
    (repeatable_code, "```{code-cell}\nrandom.random()\ntime.perf_counter()\n```", [2, 3]),
    # Rule 12
    (words, "", [1]),
    (words, "# Only a title", [1]),
    (words, "% TODO: more\n\nText.\n\n```{code-cell}\n# FIXME\n```", [1, 6]),
    (words, "It is simply true.\nObviously.\nIt is easy to see.\nOf course.", [1, 2, 3, 4]),
    (words, "TBD.\nFrom ca. 1920.\nLorem ipsum.\n% lorem ipsum", [1, 2, 3, 4]),
    (words, "Clearly, it is.\nIt is worth noting.\nWe delve.", [1, 2, 3]),
    (
        words,
        "Some, e.g. one.\nThat, i.e., this.\nAnd so on, etc.\n(Cf. this, viz. that.)",
        [1, 2, 3, 4, 4],
    ),
    (words, "Moore et al. wrote it.\n\n```{note} A vs. B\nText, e.g.\n```", [1, 3, 4]),
    # Rule 15
    *((answers_computed, CHECK % typed, [4]) for typed in ("12/5", "[Fraction(12, 5), 1]")),
    (answers_computed, "```{check} P\n:kind: orthogonal\n:to: [[3, 4]]\n```", [1]),
    (public_names, "```{code-cell}\nimport numpy\n```\n\n" + CHECK % "x._y", [8]),
]


@pytest.mark.parametrize(("rule", "text", "lines"), CAUGHT)
def test_a_planted_fault_is_found(rule: ChapterRule, text: str, lines: list[int]) -> None:
    findings = rule(parse_chapter(text))
    assert sorted(finding.line for finding in findings) == lines, "\n".join(map(str, findings))


CLEAN: list[tuple[ChapterRule, str]] = [
    (readable_options, "```{figure} a.svg\n:alt: A line: it falls.\n:name: fig-a\n\nC.\n```"),
    (one_sentence_a_line, "See Fig. $3$, Eq. {eq}`a` and no. 5, pp. 3 and vol. 2 of it."),
    (
        one_sentence_a_line,
        "E. H. Moore wrote 3.28 and 0.5 in the U.S. House (St. Louis, Ph.D. Thesis).",
    ),
    (
        one_sentence_a_line,
        "Moore et al. {cite}`moore` did it for all $x$.\nThe rest is $y = 2.$\nEnd.",
    ),
    (
        one_sentence_a_line,
        'It is old. {cite}`moore`\nHe says "no."\nShe knows (well).\nIs it?\nYes!',
    ),
    (
        one_sentence_a_line,
        "Two ways: `a. B`, [a](https://a.b/C.%20D), {eval}`x. Y`.\nRecall:\nthis.",
    ),
    (one_sentence_a_line, "```python\na. B\n```\n\n% A. B.\n\n<!-- A. B. -->\n\n$$\na. B\n$$"),
    (one_sentence_a_line, "# A. B\n\n| A. B |\n|---|\n| C. D |\n\n1. A\n2. B"),
    (one_sentence_a_line, "The sum of\n\n$$\nx\n$$\n\nis one."),
    (one_sentence_a_line, "A line of verse,\\\nand its end."),
    (
        label_form,
        "(sec-one-equation)=\n# T\n\n(sec-one-equation-a)=\n## U\n\n$$\nx\n$$ (eq-one-equation-c)",
    ),
    (label_form, "```{solution} exr-one-equation-a\n:label: sol-one-equation-a\nX.\n```"),
    (everything_labeled, "```{prf:proof}\nX.\n```\n\n```{note}\nX.\n```\n\n```{code-cell}\nx\n```"),
    (
        everything_labeled,
        "```{code-cell}\n---\nmystnb: {figure: {name: fig-a, caption: C}}\n---\nx\n```",
    ),
    (
        refer_by_role,
        "The point lies above the line, below zero and above $x$.\nBounded below.\nFrom above.",
    ),
    (refer_by_role, "A value above 1 or below the cut-off.\nThe set is bounded above and below."),
    (
        refer_by_role,
        "Theorem 2 of {cite}`moore1920`; {prf:ref}`thm-a`, {numref}`Figure %s <fig-a>`.\nStep 2.",
    ),
    (refer_by_role, "Three figures and 4 examples.\n`Figure 2`\n\n```python\nsee below\n```"),
    (refer_by_role, "The following holds.\nThe next step needs 2 equations."),
    (notation, "$A^{\\T}$, $T^2$, $2^{T_1}$, $x^{T-1}$, $\\mathbf{T}$, $a_T$, $A^{\\Tau}$"),
    (
        notation,
        "$$\n\\begin{aligned}\nx &= \\begin{bmatrix} 1 \\end{bmatrix}\n\\end{aligned}\n$$ (eq-a)",
    ),
    (
        notation,
        "$\\left[\\begin{array}{cc|c} 1 & 2 & 3 \\end{array}\\right]$, $\\left\\lVert x$",
    ),
    (notation, "`\\begin{pmatrix}` and `A^T`; it costs 5\\$ or $5$.\n\n```latex\nA^T\n```"),
    (visible_cells, "```{code-cell}\n:tags: [hide-input]\n" + "a = 1\n" * 30 + "```"),
    (visible_cells, "```{code-cell}\nprint(1)\n\n" + "a = 1\n" * 13 + "a\n```"),
    (short_lines, f"```{{code-cell}}\n---\nalt: {'a' * 80}\n---\n{'a' * 62}\n```\n\n{'a' * 80}"),
    (
        visible_cells,
        "```{code-cell}\n---\nmystnb: {figure: {name: f}}\n---\nf(a);\n```\n\n```py\nx\n```",
    ),
    (public_names, "```{code-cell}\nimport linalg_book\n\nlinalg_book.__version__\nx.y.z\n```"),
    (
        numbers_from_code,
        "---\ngiven: ['0.1 + 0.2', 1/3]\n---\n\nWe give 0.1, $\\frac{1}{3}$ and {eval}`0.3`.",
    ),
    (
        numbers_from_code,
        "`2.4`, [NumPy 2.4](https://numpy.org/1/2), version 0.1.0, 2026-11-21, 12, $b^2 / 25$",
    ),
    (
        numbers_from_code,
        "$\\frac12 x^2$, $x^{1/2}$, $x^{-1/2}$, $\\frac{a}{2}$, $\\frac{1}{\\sqrt{2}}$, $a/2$",
    ),
    (
        numbers_from_code,
        "$$\nx = \\frac{36}{25} = 1.44\n$$\n\n```{figure} a.svg\n:alt: At 2.4\n```",
    ),
    (
        repeatable_code,
        "```{code-cell}\nrng = np.random.default_rng(3)\nrng.random(2)\ntime(2)\n```",
    ),
    (repeatable_code, "```{code-cell}\nnp.random.Generator(np.random.PCG64(1))\n```"),
    (answers_computed, CHECK % "exact.closest_point([3, 4], 12).answer"),
    (answers_computed, CHECK % "[entry / 2 for entry in found]"),
    (public_names, CHECK % "x.y"),
    (words, "Simplify it.\nThe set is simply connected.\nThe picture shows it clearly."),
    (words, "In the course of time.\n`etc` and `e.g.` are code.\nThe vise, the egg, tie, cafe."),
]


@pytest.mark.parametrize(("rule", "text"), CLEAN)
def test_a_clean_text_passes(rule: ChapterRule, text: str) -> None:
    assert [str(finding) for finding in rule(parse_chapter(text))] == []


def test_a_finding_names_file_line_rule_and_remedy() -> None:
    (finding,) = one_sentence_a_line(parse_chapter("\n\nIt is $x$. Then it is not."))
    assert str(finding) == (
        "book/systems/one-equation.md:3: rule 1: two sentences on one line; "
        'break the line after "It is `…`." (in a YAML option, write the text after "|").'
    )
