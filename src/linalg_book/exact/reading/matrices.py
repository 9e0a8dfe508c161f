"""A matrix and a column read from what the caller gave: any size, also without rows or columns."""

from typing import Any

import sympy
from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.containers import remedy_for
from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.exact.reading.conversion import domain_column
from linalg_book.exact.reading.equations import parse_equations
from linalg_book.exact.reading.places import Place
from linalg_book.exact.reading.systems import (
    as_list,
    entries_of,
    number_at,
    read_system,
    right_sides,
    row_or_number,
)
from linalg_book.writing.formula import unknowns
from linalg_book.writing.wording import counted, show


def read_matrix(A: Any, name: str = "A") -> DomainMatrix:
    """Read a list of rows, a SymPy matrix or an array; ``[]`` is 0×0, ``[[], []]`` is 2×0."""
    if isinstance(A, DomainMatrix) and A.domain in (ZZ, QQ):
        return A.convert_to(QQ).to_dense()
    width = _width_without_rows(A)
    rows = as_list(A.to_Matrix() if isinstance(A, DomainMatrix) else A)
    if rows is None:
        raise ShapeError(
            f"{name} is expected to be a matrix, a list of rows, but is {show(A)}: "
            f"{remedy_for(A, name) or 'write for example [[1, 2], [3, 4]]'}."
        ).about(name)
    entries = [_row(row, i, name) for i, row in enumerate(rows, start=1)]
    if entries:
        width = len(entries[0])
    for i, row in enumerate(entries, start=1):
        if len(row) != width:
            raise ShapeError(
                f"row {i} of {name} has {counted(len(row), 'entry', 'entries')}, but row 1 has "
                f"{width}: give every row the same length."
            ).about(name, i, 1)
    return DomainMatrix(
        [
            [_element(x, i, j, name) for j, x in enumerate(row, start=1)]
            for i, row in enumerate(entries, start=1)
        ],
        (len(entries), width),
        QQ,
    )


def read_column(b: Any, rows: int, name: str = "b", of: str = "A", **names: Any) -> DomainMatrix:
    """Read a column with an entry for each row of ``of``; ``names`` go to ``right_sides``."""
    entries = entries_of(b, name)
    if entries is None:
        raise ShapeError(
            f"{name} is expected to be a list of {counted(rows, 'number')}, one for each row of "
            f"{of}, but is {show(b)}: give a list."
        ).about(name)
    if len(entries) != rows:
        raise ShapeError(
            f"{name} has {counted(len(entries), 'entry', 'entries')}, but {of} has "
            f"{counted(rows, 'row')}: give one entry for each row."
        ).about(name)
    return domain_column(right_sides(entries, name, **names))


def read_points(x: Any, z: Any, names: tuple[str, str] = ("x", "z")) -> list[list[sympy.Rational]]:
    """Read two points with equally many coordinates, at least one."""
    points = [read_point(point, name) for point, name in zip((x, z), names, strict=True)]
    first, second = map(len, points)
    if first != second:
        raise ShapeError(
            f"{names[1]} has {counted(second, 'entry', 'entries')}, but {names[0]} has {first}: "
            "give both points as many coordinates."
        ).about(names[1])
    return points


def read_point(point: Any, name: str) -> list[sympy.Rational]:
    """Read a list of numbers, at least one."""
    entries = entries_of(point, name)
    if entries is None:
        raise ShapeError(
            f"{name} is expected to be a list of numbers, but is {show(point)}: give a list."
        ).about(name)
    if not entries:
        raise EmptySystemError(
            f"{name} is expected to have at least one entry, but is empty: give numbers."
        ).about(name)
    numbers = (number_at(entry, Place(name, (i,))) for i, entry in enumerate(entries, 1))
    return [sympy.Rational(number.numerator, number.denominator) for number in numbers]


def read_pair(A: Any, b: Any) -> tuple[DomainMatrix, DomainMatrix]:
    """Read a system of any size; ``A`` may be one row of coefficients and ``b`` a number."""
    rows = as_list(A) if not isinstance(A, DomainMatrix) else None
    one_row = bool(rows) and all(as_list(row) is None for row in rows or [])
    if isinstance(A, str) or one_row:
        system = read_system(A, b)
        return system.A, system.b
    matrix = read_matrix(A)
    m, n = matrix.shape
    entries = entries_of(b)
    if entries is not None and len(entries) != m:
        raise ShapeError.from_right_side(len(entries), m, n)
    return matrix, read_column(b, m, taken=unknowns(n))


def names_of(A: Any, n: int) -> list[sympy.Symbol]:
    """Name the unknowns as the text of the equations does, else x, y, z or x₁, x₂ and so on."""
    if isinstance(A, str):
        return [sympy.Symbol(name) for name in parse_equations(A).unknowns]
    return unknowns(n)


def _width_without_rows(A: Any) -> int:
    """Return the number of columns that only a shape can tell: SymPy's and NumPy's 0×n."""
    shape: Any = getattr(A, "shape", ())
    return int(shape[1]) if len(shape) == 2 else 0


def _row(row: Any, i: int, name: str) -> list[Any]:
    if type(row) is list:
        return row
    entries = row_or_number(row, Place(name, (i,)), "a row, a list of numbers")
    if entries is None:
        raise ShapeError(
            f"{name} is expected to be a list of rows, but entry {i} of {name} is a single number: "
            "put each row into its own list."
        ).about(name)
    return entries


def _element(value: Any, i: int, j: int, name: str) -> Any:
    """Read one entry; plain and SymPy integers, the usual ones, take the short way."""
    if type(value) is int:
        return QQ(value)
    if isinstance(value, sympy.Rational):
        return QQ(int(value.p), int(value.q))
    return _rational(number_at(value, Place(name, (i, j))))


def _rational(value: Any) -> Any:
    return QQ(value.numerator, value.denominator)
