"""Rational numbers and matrices of them, printed as SymPy's printers do, many times as fast."""

from typing import Any

import sympy
from sympy.printing.pretty.stringpict import stringPict

__all__ = ["is_rational", "rational_latex", "rational_mathml", "rational_picture"]


def is_rational(content: Any) -> bool:
    """Tell a rational number, and a matrix of nothing else with at least one entry."""
    if isinstance(content, sympy.MatrixBase):
        entries = content.flat()
        return bool(entries) and all(isinstance(x, sympy.Rational) for x in entries)
    return isinstance(content, sympy.Rational)


def rational_latex(content: Any) -> str:
    """Write LaTeX."""
    if isinstance(content, sympy.MatrixBase):
        rows = (" & ".join(map(_number_latex, row)) for row in content.tolist())
        return r"\begin{bmatrix}" + r"\\".join(rows) + r"\end{bmatrix}"
    return _number_latex(content)


def _number_latex(x: sympy.Rational) -> str:
    if x.q == 1:
        return str(x.p)
    return rf"{'- ' if x.p < 0 else ''}\frac{{{abs(x.p)}}}{{{x.q}}}"


def rational_mathml(content: Any) -> str:
    """Write presentation MathML."""
    if isinstance(content, sympy.MatrixBase):
        rows = ("".join(f"<mtd>{_number_mathml(x)}</mtd>" for x in row) for row in content.tolist())
        table = "".join(f"<mtr>{row}</mtr>" for row in rows)
        return f"<mrow><mo>[</mo><mtable>{table}</mtable><mo>]</mo></mrow>"
    return _number_mathml(content)


def _number_mathml(x: sympy.Rational) -> str:
    if x.q == 1:
        return f"<mn>{_signed(str(x.p))}</mn>"
    fraction = f"<mfrac><mn>{abs(x.p)}</mn><mn>{x.q}</mn></mfrac>"
    return f"<mrow><mo>-</mo>{fraction}</mrow>" if x.p < 0 else fraction


def rational_picture(content: Any) -> stringPict:
    """Draw with characters: columns centered, an empty line between rows."""
    if not isinstance(content, sympy.MatrixBase):
        return stringPict(_signed(str(content)))
    rows = [[_signed(str(x)) for x in row] for row in content.tolist()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(_centered, row, widths)) for row in rows]
    empty = "\n" + " " * len(lines[0]) + "\n"
    drawn = stringPict(empty.join(lines), len(lines) - 1 if len(lines) > 1 else 0)
    return stringPict(*drawn.parens("[", "]"))


def _centered(text: str, width: int) -> str:
    before = (width - len(text)) // 2
    return (" " * before + text).ljust(width)


def _signed(text: str) -> str:
    return text.replace("-", "−")
