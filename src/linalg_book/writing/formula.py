r"""Formulas as small immutable trees that render as LaTeX, MathML and plain text.

SymPy prints the leaves (numbers, expressions, matrices); this module puts them together
without evaluating anything, so that 3·4 + 4·0 = 12 stays as it is written.

>>> point = row(vector("x"), "=", "t", vector("a"))
>>> point.latex()
'\\mathbf{x} = t \\mathbf{a}'
>>> point.line()
'x = t a'
"""

import re
from collections.abc import Callable, Sequence
from string import digits
from typing import Any

import sympy

from linalg_book.errors import FormulaError, ShapeError
from linalg_book.writing.abbreviated import ACROSS, abbreviated, shown, terms
from linalg_book.writing.bold import GREEK, bold_letter
from linalg_book.writing.leaves import expression
from linalg_book.writing.table import Table
from linalg_book.writing.text import starts_with_minus
from linalg_book.writing.tree import SIGN, Atom, Construct, Formula, Row, Value

__all__ = [
    "Formula",
    "absolute",
    "augmented",
    "dot",
    "factor",
    "formula",
    "fraction",
    "integral",
    "inverse",
    "linear",
    "norm",
    "numbered",
    "parentheses",
    "pseudoinverse",
    "quotient",
    "root",
    "row",
    "square",
    "times",
    "transpose",
    "unknowns",
    "vector",
    "words",
]

FENCED = ("parentheses", "absolute", "norm")


def formula(part: Any) -> Formula:
    """Turn a sign or name (text), a number or a SymPy object into a formula."""
    if isinstance(part, Formula):
        return part
    if isinstance(part, str):
        return SIGN.get(part) or Value(_symbol(part))
    if hasattr(part, "to_Matrix"):
        return Value(part)
    try:
        content = sympy.sympify(part)
    except sympy.SympifyError:
        content = None
    if not isinstance(content, sympy.Expr | sympy.MatrixBase):
        raise FormulaError(
            "expected a number, a name, a sign, a SymPy expression or a formula, "
            f"but received {type(part).__name__}: build the formula with row(…)."
        )
    return Value(content)


def _symbol(name: str) -> sympy.Symbol:
    if not re.fullmatch(r"\w+", name):
        raise FormulaError(
            f"expected a sign ({' '.join(SIGN)}) or a name of letters, digits and _, "
            f"but received {name!r}: give the parts one by one to row(…)."
        )
    return sympy.Symbol(name)


def row(*parts: Any) -> Row:
    """Put parts side by side: ``row("A", vector("x"), "=", vector("b"))``."""
    return Row(tuple(formula(part) for part in parts))


def vector(name: str) -> Atom:
    """Name a vector, in bold: a letter, a digit, or alpha and theta."""
    if found := bold_letter(name):
        plain, bold = found
        tex = rf"\mathbf{{{name}}}" if plain == name else rf"\boldsymbol{{\{name}}}"
        return Atom(tex, f"<mi>{bold}</mi>", plain)
    raise FormulaError(
        f"expected a Latin letter, a digit or one of {', '.join(GREEK)} as the name of a vector, "
        f"but received {name!r}: choose one of these."
    )


def words(text: str) -> Atom:
    """Put words (letters, digits and spaces) into a formula."""
    if not re.fullmatch(r"[^\W_]+( [^\W_]+)*", text):
        raise FormulaError(
            f"expected words of letters and digits, but received {text!r}: "
            "put signs and symbols into the formula beside the words."
        )
    return Atom(rf"\text{{{text}}}", f"<mtext>{text}</mtext>", text)


def augmented(matrix: Any, bar: int | None = None, notes: Sequence[Formula | None] = ()) -> Table:
    """Write a matrix with a bar after ``bar`` columns and, beside each row, a note or nothing."""
    rows, columns = map(shown, matrix.shape)
    if None not in (*rows, *columns):
        return Table(matrix, bar, tuple(notes))
    left = None if bar is None else sum(j is None or j < bar for j in columns)
    beside = tuple(None if i is None else notes[i] for i in rows) if notes else ()
    return Table(abbreviated(expression(matrix)), left, beside)


def fraction(above: Any, below: Any) -> Construct:
    """Write a fraction without reducing it."""
    return Construct("fraction", (formula(above), formula(below)))


def integral(content: sympy.Integral) -> Construct:
    """Write an integral between two bounds without taking it."""
    ((variable, low, high),) = content.limits
    parts = (low, high, factor(content.function), variable)
    return Construct("integral", tuple(formula(part) for part in parts))


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
    """Write a square; all but a name, a whole number and a matrix gets parentheses."""
    return Construct("square", (_grouped(part),))


def transpose(part: Any) -> Construct:
    """Write a transpose, with parentheses as for a square."""
    return Construct("transpose", (_grouped(part),))


def _grouped(part: Any) -> Formula:
    part = formula(part)
    if isinstance(part, Value):
        content = part.content
        whole = getattr(content, "is_Integer", False) and content >= 0
        plain = whole or getattr(content, "is_Symbol", False) or hasattr(content, "shape")
    else:
        plain = isinstance(part, Atom) or (isinstance(part, Construct) and part.kind in FENCED)
    return part if plain else parentheses(part)


def times(left: Any, right: Any) -> Row:
    """Write a product of two numbers with a dot; a negative second factor gets parentheses."""
    left, right = formula(left), formula(right)
    content = getattr(right, "content", None)
    fenced = getattr(content, "is_negative", False) or starts_with_minus(content)
    return row(left, "·", parentheses(right) if fenced else factor(right))


def factor(part: Any) -> Formula:
    """Put a sum into parentheses, so that something may be multiplied with it."""
    part = formula(part)
    is_sum = isinstance(part, Value) and getattr(part.content, "is_Add", False)
    return parentheses(part) if is_sum else part


def quotient(above: Any, below: Any, reduced: Any) -> list[Any]:
    """Write a fraction, and its reduced form where that looks different."""
    if isinstance(reduced, sympy.Rational):
        same = (reduced.p, reduced.q) == (above, below)
    else:
        same = formula(reduced).latex() == fraction(above, below).latex()
    return [reduced] if same else [fraction(above, below), "=", reduced]


def linear(coefficients: Sequence[Any], names: Sequence[Any]) -> Row:
    """Write 3x − y for the coefficients 3, −1 and the names x, y; zeros are left out."""
    return _sum(coefficients, names, lambda size, name: [name] if size == 1 else [size, name])


def dot(left: Sequence[Any], right: Sequence[Any]) -> Row:
    """Write 3·36/25 + 4·48/25, every product as it stands; zero coefficients are left out."""
    return _sum(left, right, lambda size, other: times(size, other).parts)


def _sum(
    numbers: Sequence[Any], others: Sequence[Any], term: Callable[[Any, Any], Sequence[Any]]
) -> Row:
    """Join the terms of |number| and other by the signs of the numbers."""
    if len(numbers) != len(others):
        raise ShapeError(
            f"expected two lists of the same length, but received {len(numbers)} and "
            f"{len(others)} entries: give one factor for each coefficient."
        )
    parts: list[Any] = []
    nonzero = [(number, other) for number, other in zip(numbers, others, strict=True) if number]
    for pair in terms(nonzero):
        if pair is None:
            parts += ["+", ACROSS]
            continue
        number, other = pair
        if parts or number < 0:
            parts.append("−" if number < 0 else "+")
        parts += term(abs(number), other)
    return row(*parts or [0])


def unknowns(n: int) -> list[sympy.Symbol]:
    """Name the unknowns: x, y, z as far as they go, else x₁, x₂ and so on."""
    names = "xyz"[:n] if 0 < n <= 3 else [f"x_{j}" for j in range(1, n + 1)]
    return [sympy.Symbol(name) for name in names]


def numbered(name: str, number: int | str) -> Atom:
    """Name one of several vectors, in bold and with its number below: q₁, q₂, or qⱼ."""
    plain = vector(name)
    tag = "mn" if isinstance(number, int) else "mi"
    below = str(number).translate(str.maketrans(digits + "ij", "₀₁₂₃₄₅₆₇₈₉ᵢⱼ"))
    return Atom(
        f"{plain.tex}_{{{number}}}",
        f"<msub>{plain.markup}<{tag}>{number}</{tag}></msub>",
        f"{plain.plain}{below}",
    )


def inverse(part: Any) -> Construct:
    """Write an inverse, with parentheses as for a square."""
    return Construct("inverse", (_grouped(part),))


def pseudoinverse(part: Any) -> Construct:
    """Write a pseudoinverse, with parentheses as for a square."""
    return Construct("pseudoinverse", (_grouped(part),))
