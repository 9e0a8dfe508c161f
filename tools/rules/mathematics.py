"""Rule 5: one notation, and displays that can be cited."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.rules.records import Chapter, Finding

UPRIGHT = r"\\(?:mathsf|mathrm|mathbf|mathit|text|textsf|sf|rm)"
TRANSPOSED = rf"(?:T(?![A-Za-z_])|{UPRIGHT}\s*\{{?\s*T\s*\}}?|\\intercal|\\top)"
DEFINED = r"\\(?:re)?newcommand|\\(?:providecommand|gdef|DeclareMath)|\\(?:def|let)(?![A-Za-z])"
DISPLAY = "write $$ \\begin{aligned} … \\end{aligned} $$ (eq-<slug>-<noun>)"
FORBIDDEN = [
    (r"\\begin\{[pP]?matrix\*?\}", "a matrix in other brackets", "use bmatrix"),
    (
        r"\\left\s*[\[(]\s*\\begin\{array\}\s*\{[^|{}]*\}",
        "a matrix made of an array",
        "use bmatrix",
    ),
    (rf"\^\s*(?:\{{\s*{TRANSPOSED}\s*\}}|{TRANSPOSED})", "a transpose by hand", r"write A^{\T}"),
    (
        DEFINED,
        "a macro defined in the page",
        "define it in _config.yml under sphinx: config: katex_macros",
    ),
    (
        r"\\begin\{(?:align|alignat|gather|multline|eqnarray|equation)\*?\}",
        "an environment whose id is random on each build",
        DISPLAY,
    ),
]


def notation(chapter: Chapter) -> list[Finding]:
    r"""Rule 5: `bmatrix`, `A^{\T}`, `aligned` inside `$$`, and macros only from `_config.yml`."""
    found = []
    for formula in chapter.formulas:
        for pattern, problem, remedy in FORBIDDEN:
            for match in re.finditer(pattern, formula.tex):
                line = formula.line + formula.tex[: match.start()].count("\n")
                shown = f'"{match[0]}" is {problem}'
                found.append(chapter.finding(line, "rule 5", shown, remedy))
        if formula.form == "directive":
            problem = "a {math} directive"
            found.append(chapter.finding(formula.line, "rule 5", problem, DISPLAY))
        elif formula.form == "environment" and not re.search(FORBIDDEN[-1][0], formula.tex):
            problem = "an environment outside $$"
            found.append(chapter.finding(formula.line, "rule 5", problem, DISPLAY))
    return found + _dollars_in_a_line(chapter)


def _dollars_in_a_line(chapter: Chapter) -> list[Finding]:
    """Find `$$` inside a paragraph, which the parser takes for a dollar sign and inline math."""
    found = []
    for passage in chapter.passages:
        for piece, after in pairwise(passage.pieces):
            if piece.text.endswith("$") and piece.kind == "text" and after.kind == "math":
                remedy = "put each $$ on a line of its own"
                found.append(chapter.finding(piece.line, "rule 5", "$$ inside a line", remedy))
    return found
