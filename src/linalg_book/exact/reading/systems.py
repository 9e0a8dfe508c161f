"""A linear system read from what the caller gave, checked before any work starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.containers import remedy_for
from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.exact.reading.conversion import domain_column, domain_matrix
from linalg_book.exact.reading.equations import from_text
from linalg_book.exact.reading.numbers import fraction_from, is_time
from linalg_book.exact.reading.places import Place, refusal
from linalg_book.exact.reading.symbols import is_symbolic, polynomial_from, refuse_names
from linalg_book.writing.formula import unknowns
from linalg_book.writing.wording import counted, show


@dataclass(frozen=True)
class ExactSystem:
    """The system A x = b over the rational numbers, with at least one row and one unknown.

    The entries of b may be polynomials in symbols, in SymPy's form.  ``names`` are the unknowns,
    as the text of the equations has them, else x, y, z or x₁, x₂ and so on.
    """

    rows: tuple[tuple[Fraction, ...], ...]
    right: tuple[Fraction | sympy.Expr, ...]
    names: tuple[sympy.Symbol, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """Return the numbers of equations and of unknowns."""
        return len(self.rows), len(self.rows[0])

    @property
    def A(self) -> DomainMatrix:  # noqa: N802 (a matrix)
        """Return the coefficients."""
        return domain_matrix(self.rows, self.shape[1])

    @property
    def b(self) -> DomainMatrix:
        """Return the right-hand side, a column."""
        return domain_column(self.right)


def read_system(A: Any, b: Any) -> ExactSystem:
    """Read one equation (a row and a number), several (rows and a sequence), or their text."""
    A, b, written = from_text(A, b)
    coefficients, right = as_list(A), entries_of(b)
    if coefficients is None:
        raise ShapeError(
            f"A is expected to be a list of numbers or of rows, but is {show(A)}: "
            f"{remedy_for(A, 'A') or 'give a list'}."
        ).about("A")
    if not coefficients:
        message = "expected at least one equation, but A is empty: give its rows."
        raise EmptySystemError(message).about("A")
    nested = [
        row_or_number(row, Place("A", (i,)), "a number or a list of numbers")
        for i, row in enumerate(coefficients, start=1)
    ]
    if all(row is None for row in nested):
        if right is not None:
            raise ShapeError(
                f"A is one row, so b is expected to be a number, but it has "
                f"{counted(len(right), 'entry', 'entries')}: give one number, or a list of rows."
            ).about("b")
        nested, right = [coefficients], [b]
    rows = _rectangular(nested)
    if right is None:
        raise ShapeError(
            f"A is a list of rows, so b is expected to be a list, but it is {show(b)}: "
            f"give a list of {counted(len(rows), 'number')}, one for each row."
        ).about("b")
    m, n = len(rows), len(rows[0])
    if len(right) != m:
        raise ShapeError.from_right_side(len(right), m, n)
    names = tuple(sympy.Symbol(name) for name in written) or tuple(unknowns(n))
    return ExactSystem(
        tuple(
            tuple(number_at(x, Place("A", (i, j))) for j, x in enumerate(row, 1))
            for i, row in enumerate(rows, 1)
        ),
        right_sides(right, "b", names),
        names,
    )


def right_sides(
    entries: Sequence[Any], name: str, taken: Sequence[Any] = (), role: str = "an unknown"
) -> tuple[Fraction | sympy.Expr, ...]:
    """Read the entries of a column: numbers, or polynomials without the names of unknowns."""
    values = tuple(
        polynomial_from(x, Place(name, (i,))) if is_symbolic(x) else number_at(x, Place(name, (i,)))
        for i, x in enumerate(entries, 1)
    )
    refuse_names(values, name, taken, role)
    return values


def number_at(value: Any, where: Place) -> Fraction:
    """Read an entry, which may be no list."""
    if row_or_number(value, where, "a number") is not None:
        error = ShapeError(
            f"{where} is expected to be a number, but is the list {show(value)}: "
            "take away one level of brackets."
        )
        raise refusal(error, where)
    return fraction_from(value, where)


def as_list(value: Any) -> list[Any] | None:
    """List a row or a list of rows; None for what is no list."""
    if hasattr(value, "tolist") and not is_time(value):  # SymPy matrices, arrays
        value = value.tolist()
    elif hasattr(value, "to_numpy"):  # tables with named columns
        value = value.to_numpy().tolist()
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return list(value)
    return None


def row_or_number(value: Any, where: Place, expected: str) -> list[Any] | None:
    """List a row, return None for a number, and refuse what is neither."""
    entries = as_list(value)
    scalar = isinstance(value, str) or getattr(value, "shape", None) == ()
    if entries is None and hasattr(value, "__iter__") and not scalar:
        way_out = "" if where.entry else remedy_for(value, where.field)
        error = ShapeError(
            f"{where} is expected to be {expected}, but is {show(value)}: "
            f"{way_out or 'write numbers, or a list of them'}."
        )
        raise refusal(error, where)
    return entries


def entries_of(b: Any, name: str = "b") -> list[Any] | None:
    """List the right-hand side, None for a number; a SymPy column counts as a list."""
    if isinstance(b, sympy.MatrixBase):
        if b.cols != 1 and b.shape != (0, 0):
            raise ShapeError(
                f"{name} is expected to be one column, but is {b.rows}×{b.cols}: give one column."
            ).about(name)
        return list(b)
    entries = row_or_number(b, Place(name), "a number or a list of numbers")
    nested = [as_list(entry) for entry in entries or []]
    if nested and all(entry is not None and len(entry) == 1 for entry in nested):
        return [entry[0] for entry in nested if entry]  # one column of a table
    return entries


def _rectangular(rows: list[list[Any] | None]) -> list[list[Any]]:
    """Refuse a mixture of rows and numbers, rows of different lengths and empty rows."""
    width = len(rows[0] or [])
    for i, row in enumerate(rows, start=1):
        if row is None or rows[0] is None:
            raise ShapeError(
                f"A is expected to be a list of rows, but entry {i if row is None else 1} of A "
                "is a single number: put each row into its own list."
            ).about("A")
        if len(row) != width:
            raise ShapeError(
                f"row {i} of A has {counted(len(row), 'entry', 'entries')}, but row 1 has {width}: "
                "give every row the same length."
            ).about("A", i, 1)
    if width == 0:
        raise EmptySystemError(
            "expected at least one unknown, but the rows of A are empty: give each row its "
            "coefficients."
        ).about("A")
    return [row for row in rows if row is not None]
