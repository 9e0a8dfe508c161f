r"""Formulas as small immutable trees that render as LaTeX, MathML and plain text.

SymPy prints the leaves (numbers, expressions, matrices); this module puts them together
without evaluating anything, so that 3·4 + 4·0 = 12 stays as it is written.

>>> point = row(vector("x"), "=", "t", vector("a"))
>>> point.latex()
'\\mathbf{x} = t \\mathbf{a}'
>>> point.line()
'x = t a'
"""

from collections.abc import Sequence
from html import escape
from typing import Any

import sympy

from linalg_book._formula_tree import SIGN, Atom, Construct, Formula, Row, Value

__all__ = [
    "Formula",
    "absolute",
    "dot",
    "formula",
    "fraction",
    "linear",
    "norm",
    "parentheses",
    "root",
    "row",
    "square",
    "times",
    "transpose",
    "unknowns",
    "vector",
    "words",
]

BOLD = {"alpha": ("α", "𝜶"), "theta": ("θ", "𝜽")}


def formula(part: Any) -> Formula:
    """Turn a sign or name (text), a number or a SymPy object into a formula."""
    if isinstance(part, Formula):
        return part
    if isinstance(part, str):
        return SIGN.get(part) or Value(sympy.Symbol(part))
    return Value(part if hasattr(part, "to_Matrix") else sympy.sympify(part))


def row(*parts: Any) -> Row:
    """Put parts side by side: ``row("A", vector("x"), "=", vector("b"))``."""
    return Row(tuple(formula(part) for part in parts))


def vector(name: str) -> Atom:
    """Name a vector, in bold."""
    if name in BOLD:
        plain, bold = BOLD[name]
        return Atom(rf"\boldsymbol{{\{name}}}", f"<mi>{bold}</mi>", plain)
    first = ("𝟎", "0") if name.isdigit() else ("𝐚", "a")
    bold = chr(ord(first[0]) + ord(name) - ord(first[1]))  # MathML Core knows no other bold
    return Atom(rf"\mathbf{{{name}}}", f"<mi>{bold}</mi>", name)


def words(text: str) -> Atom:
    """Put words (letters, digits and spaces) into a formula."""
    return Atom(rf"\text{{{text}}}", f"<mtext>{escape(text)}</mtext>", text)


def fraction(above: Any, below: Any) -> Construct:
    """Write a fraction without reducing it."""
    return Construct("fraction", (formula(above), formula(below)))


def parentheses(part: Any) -> Construct:
    """Put parentheses around a part."""
    return Construct("parentheses", (formula(part),))


def absolute(part: Any) -> Construct:
    """Write the absolute value of a number."""
    return Construct("absolute", (formula(part),))


def norm(part: Any) -> Construct:
    """Write the length of a vector."""
    return Construct("norm", (formula(part),))


def root(part: Any) -> Construct:
    """Write a square root without taking it."""
    return Construct("root", (formula(part),))


def square(part: Any) -> Construct:
    """Write a square; a negative number or a fraction gets parentheses."""
    return Construct("square", (_grouped(part),))


def transpose(part: Any) -> Construct:
    """Write a transpose."""
    return Construct("transpose", (_grouped(part),))


def _grouped(part: Any) -> Formula:
    part = formula(part)
    number = isinstance(part, Value) and getattr(part.content, "is_Rational", False)
    plain = not number or (part.content.is_Integer and part.content >= 0)
    return part if plain and not isinstance(part, Row) else parentheses(part)


def times(left: Any, right: Any) -> Row:
    """Write a product of two numbers with a dot; a negative second factor gets parentheses."""
    left, right = formula(left), formula(right)
    negative = isinstance(right, Value) and getattr(right.content, "is_negative", False)
    return row(left, "·", parentheses(right) if negative else right)


def linear(coefficients: Sequence[Any], names: Sequence[Any]) -> Row:
    """Write 3x − y for the coefficients 3, −1 and the names x, y; zeros are left out."""
    parts: list[Any] = []
    for number, name in zip(coefficients, names, strict=True):
        if number != 0:
            if parts or number < 0:
                parts.append("−" if number < 0 else "+")
            parts += [name] if abs(number) == 1 else [abs(number), name]
    return row(*parts or [0])


def dot(left: Sequence[Any], right: Sequence[Any]) -> Row:
    """Write 3·(36/25) + 4·(48/25), every product as it stands; zero coefficients are left out."""
    parts: list[Any] = []
    for number, other in zip(left, right, strict=True):
        if number != 0:
            if parts or number < 0:
                parts.append("−" if number < 0 else "+")
            parts += times(abs(number), other).parts
    return row(*parts or [0])


def unknowns(n: int) -> list[sympy.Symbol]:
    """Name the unknowns: x, y, z as far as they go, else x₁, x₂ and so on."""
    names = "xyz"[:n] if n <= 3 else [f"x_{j}" for j in range(1, n + 1)]
    return [sympy.Symbol(name) for name in names]
