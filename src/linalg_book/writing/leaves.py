"""How SymPy prints the leaves of a formula: numbers, expressions and matrices."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import unescape
from typing import Any

import sympy
from sympy.printing.mathml import mathml
from sympy.printing.pretty.pretty import PrettyPrinter
from sympy.printing.pretty.pretty_symbology import pretty_use_unicode
from sympy.printing.pretty.stringpict import prettyForm, stringPict

from linalg_book.writing.abbreviated import LATEX
from linalg_book.writing.rational_leaves import (
    is_rational,
    rational_latex,
    rational_mathml,
    rational_picture,
)
from linalg_book.writing.stand_ins import with_stand_ins
from linalg_book.writing.text import FUNCTIONS, divides, has_symbols, one_line

__all__ = [
    "expression",
    "is_empty",
    "leaf_latex",
    "leaf_mathml",
    "leaf_picture",
    "unicode_drawing",
]

HYPHEN, MINUS = "<mo>-</mo>", "<mo>−</mo>"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class _Printer(PrettyPrinter):  # type: ignore[misc]
    """SymPy's printer, with fractions in one line so that matrices stay low."""

    def _print_Rational(self, number: Any) -> Any:  # noqa: N802 (SymPy looks it up)
        return self._print(sympy.Symbol(str(number)))

    def _print_Add(self, content: Any, order: Any = None) -> Any:  # noqa: N802
        return self._low(content, prettyForm.ADD) or super()._print_Add(content, order)

    def _print_Mul(self, content: Any) -> Any:  # noqa: N802
        return self._low(content, prettyForm.MUL) or super()._print_Mul(content)

    def _print_Pow(self, content: Any) -> Any:  # noqa: N802
        return self._low(content, prettyForm.POW) or super()._print_Pow(content)

    def _print_Abs(self, content: Any) -> Any:  # noqa: N802
        return self._low(content, prettyForm.ATOM) or super()._print_Abs(content)

    def _print_Function(  # noqa: N802
        self,
        e: Any,
        sort: Any = False,  # noqa: FBT002 (SymPy's own)
        func_name: Any = None,
        left: Any = "(",
        right: Any = ")",
    ) -> Any:
        name = func_name or FUNCTIONS.get(type(e))
        return super()._print_Function(e, sort, name, left, right)

    def _low(self, content: Any, binding: int) -> Any:
        """Keep polynomials and lengths in one line; fractions of polynomials stand tall."""
        if not has_symbols(content) or divides(content):
            return None
        text = one_line(content)
        return None if text is None else prettyForm(text, binding=binding)

    def drawing(self, content: Any) -> Any:
        """Return the drawing with its baseline, which ``doprint`` loses."""
        return self._print(content)


@contextmanager
def unicode_drawing() -> Iterator[None]:
    """Let SymPy draw with Unicode characters, whatever the terminal."""
    former = pretty_use_unicode(flag=True)
    try:
        yield
    finally:
        pretty_use_unicode(former)


def expression(content: Any) -> Any:
    """Return the content of a leaf as SymPy's printers need it."""
    if hasattr(content, "to_Matrix"):  # a DomainMatrix is converted when it is shown
        content = content.to_Matrix()
    if isinstance(content, sympy.MatrixBase):
        return content if isinstance(content, sympy.ImmutableMatrix) else content.as_immutable()
    return content


def is_empty(content: Any) -> bool:
    """Tell a matrix without rows or columns; it is shown with its size."""
    return isinstance(content, sympy.MatrixBase) and 0 in content.shape


@lru_cache(maxsize=1024)
def leaf_picture(content: Any) -> stringPict:
    """Draw with characters, with typographic signs."""
    if is_empty(content):
        m, n = (str(size).translate(_SUBSCRIPTS) for size in content.shape)
        return stringPict(f"[ ]{m}ₓ{n}")
    if is_rational(content):
        return rational_picture(content)
    with unicode_drawing():
        drawn = _Printer({"use_unicode": True}).drawing(content)
    return stringPict(str(drawn).replace("-", "−").replace("⋅", "·"), drawn.baseline)


@lru_cache(maxsize=1024)
def leaf_latex(content: Any) -> str:
    """Write LaTeX, with room between the rows of a matrix of fractions."""
    if is_empty(content):
        return r"[\;]_{{{} \times {}}}".format(*content.shape)
    if is_rational(content):
        source = rational_latex(content)
    else:
        source = str(
            sympy.latex(
                with_stand_ins(content), mat_str="bmatrix", mat_delim="", inv_trig_style="full"
            )
        )
    for dots, name in LATEX.items():
        source = source.replace(dots, name)
    return source.replace(r"\\", r"\\[0.4em]") if r"\frac" in source else source


@lru_cache(maxsize=1024)
def leaf_mathml(content: Any) -> str:
    """Write presentation MathML with characters in place of entities."""
    if is_empty(content):
        size = "<mn>{}</mn><mo>×</mo><mn>{}</mn>".format(*content.shape)
        return f"<msub><mrow><mo>[</mo><mo>]</mo></mrow><mrow>{size}</mrow></msub>"
    if is_rational(content):
        return rational_mathml(content).replace(HYPHEN, MINUS)
    source = mathml(with_stand_ins(content), printer="presentation")
    source = re.sub(r"<mi>(\d+)</mi>", r"<mn>\1</mn>", source)  # the stand-in of a number
    source = source.replace("<mn>-", "<mn>−").replace(HYPHEN, MINUS)
    return re.sub(r"&(?!(?:lt|gt|amp|quot);)\w+;", lambda m: unescape(m[0]), source)
