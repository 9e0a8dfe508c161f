"""A sheet as one LaTeX file that needs ``amsmath`` and ``geometry`` only, in plain ASCII."""

import unicodedata
from collections.abc import Callable

from linalg_book.sheets.sheet import Exercise, Sheet
from linalg_book.sheets.wording import EXERCISES, KEY, MISTAKES, SOLUTIONS, key, mistakes, source

PREAMBLE = r"""\documentclass[11pt,a4paper]{article}
\usepackage{amsmath}
\usepackage[margin=25mm]{geometry}
\setcounter{MaxMatrixCols}{40}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt}
\allowdisplaybreaks
\pagestyle{plain}
"""
SIGNS = {
    "−": r"\ensuremath{-}", "·": r"\ensuremath{\cdot}", "×": r"\ensuremath{\times}",
    "‖": r"\ensuremath{\|}", "≠": r"\ensuremath{\neq}", "≤": r"\ensuremath{\leq}",
    "≥": r"\ensuremath{\geq}", "≈": r"\ensuremath{\approx}", "∞": r"\ensuremath{\infty}",
    "√": r"\ensuremath{\surd}", "½": r"\ensuremath{\tfrac12}", "…": r"\ldots{}",
    "ᵀ": r"\ensuremath{^{\top}}", "“": "``", "”": "''", "’": "'", "–": "--", "—": "---",
}  # fmt: skip


def write(sheet: Sheet) -> str:
    """Write the exercises, the key on a page of its own, then the solutions."""
    lines = [PREAMBLE, r"\begin{document}", rf"\section*{{{sheet.kind.title}}}"]
    lines += [rf"\subsection*{{{EXERCISES}}}", *_numbered(sheet, _statement)]
    lines += [r"\newpage", rf"\subsection*{{{KEY}}}", *_numbered(sheet, _key)]
    lines += [rf"\vfill{{\footnotesize Made by \texttt{{{_text(source(sheet))}}}\par}}"]
    lines += [r"\newpage", rf"\subsection*{{{SOLUTIONS}}}"]
    for one in sheet.exercises:
        lines += _solution(one)
    return in_ascii("\n".join([*lines, r"\end{document}", ""]))


def _text(words: str) -> str:
    return words.replace("_", r"\_").replace("--", "-{}-")


def _numbered(sheet: Sheet, line: Callable[[Exercise], str]) -> list[str]:
    items = [rf"\item {line(one)}" for one in sheet.exercises]
    return [r"\begin{enumerate}", *items, r"\end{enumerate}"]


def _statement(one: Exercise) -> str:
    return one.problem.statement.latex()


def _key(one: Exercise) -> str:
    return r"\\ ".join(answer.latex() for answer in key(one))


def _solution(one: Exercise) -> list[str]:
    lines = [rf"\subsubsection*{{Exercise {one.number}}}", one.problem.solution.latex(full=True)]
    if found := mistakes(one):
        lines += ["", rf"\textit{{{MISTAKES}}}", r"\begin{itemize}"]
        lines += [rf"\item {sentence.latex()}" for sentence in found]
        lines.append(r"\end{itemize}")
    return lines


def in_ascii(text: str) -> str:
    """Write signs and letters as commands, so that every TeX program reads the file."""
    return "".join(sign if sign.isascii() else SIGNS.get(sign) or _named(sign) for sign in text)


def _named(sign: str) -> str:
    """Write a raised or lowered sign, or a Greek letter, as a command."""
    form, _, base = unicodedata.decomposition(sign).partition(" ")
    if form in ("<super>", "<sub>"):
        plain = "".join(chr(int(code, 16)) for code in base.split()).replace("−", "-")
        return rf"\ensuremath{{{'^' if form == '<super>' else '_'}{{{plain}}}}}"
    *_, letter = unicodedata.name(sign).lower().split()
    command = "lambda" if letter.startswith("lam") else letter  # Unicode writes it without a b
    return rf"\ensuremath{{\{command}}}"
