"""What a page needs to know to check an answer: exact numbers as text, shapes, properties."""

import inspect
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any

import sympy

from linalg_book.errors import RequestError, ShapeError
from linalg_book.exact import four_subspaces, solve
from linalg_book.exact.reading.expressions import Reader
from linalg_book.exact.reading.numbers import fraction_from
from linalg_book.exact.reading.systems import read_system
from linalg_book.writing.wording import show

SPACES = {"column": 0, "row": 1, "null": 2, "left-null": 3}


def expected(kind: str, **values: Any) -> dict[str, Any]:
    """Describe a check of an answer, with all numbers exact.

    Parameters
    ----------
    kind : str
        - "number" or "fraction": ``answer`` is a number; a fraction is wanted in lowest terms.
        - "vector": ``answer`` has the entries.  With ``A`` and ``b`` (or the equations as text in
          ``A``) the answer is one of the solutions of A x = b, and ``wanted`` says which, for
          example "the nearest solution".
        - "matrix": ``answer`` has the rows.
        - "solution": any solution of A x = b.
        - "basis": any basis of a ``space`` of ``A``: "null", "row", "column" or "left-null".
        - "rank": any matrix with so many ``rows`` and ``columns`` and with the ``rank``, where
          given; ``symmetric`` and ``x`` with ``b`` (A x = b) ask for more.
        - "orthogonal": any nonzero vector orthogonal to the vectors ``to``.
        - "multiple": any nonzero multiple of the vector ``of``.
        - "symbolic": ``answer`` is a rational expression with symbols, a list or a matrix of them;
          ``judge`` compares it with what a reader writes.
    **values
        What the kind needs: numbers as the functions of ``exact`` take them, and their answers.

    Returns
    -------
    dict
        Text, lists and whole numbers only.

    Raises
    ------
    RequestError
        If the kind is unknown, a value is missing or too many, or no answer could be right.
    InexactNumberError, InvalidNumberError, ShapeError
        If an entry is a float or no rational number, or parts do not fit together.

    Examples
    --------
    >>> from linalg_book import exact, live
    >>> live.expected("vector", answer=exact.closest_point([3, 4], 12).answer)
    {'kind': 'vector', 'answer': ['36/25', '48/25']}
    >>> live.expected("basis", A=[[2, 3, 6]], space="null")
    {'kind': 'basis', 'A': [['2', '3', '6']], 'space': 'null', 'dimension': 2}
    """
    if kind not in KINDS:
        raise RequestError(f"expected a kind of check ({', '.join(KINDS)}), received {show(kind)}.")
    describe = KINDS[kind]
    try:
        inspect.signature(describe).bind(**values)
    except TypeError as error:
        takes = ", ".join(inspect.signature(describe).parameters)
        message = f"a check of the kind {kind} takes {takes}, but there is {error}: change them."
        raise RequestError(message) from None
    return {"kind": kind, **describe(**values)}


def _number(answer: Any) -> dict[str, Any]:
    return {"answer": str(fraction_from(answer, "answer"))}


def _vector(
    answer: Any, A: Any = None, b: Any = None, wanted: str = "the solution asked for"
) -> dict[str, Any]:
    entries = _entries(answer, "answer")
    if A is None:
        return {"answer": _written(entries)}
    rows, right = _system(A, b)
    products = [_product(row, entries) for row in rows]
    if products != right:
        raise RequestError(
            f"expected an answer with A x = b, but ({', '.join(_written(entries))}) gives "
            f"({', '.join(_written(products))}) in place of ({', '.join(_written(right))}): "
            "mend the answer or the system."
        )
    system = {"A": [_written(row) for row in rows], "b": _written(right)}
    return {"answer": _written(entries), **system, "wanted": wanted}


def _matrix(answer: Any) -> dict[str, Any]:
    return {"answer": [_written(row) for row in _rows(answer, "answer")]}


def _solution(A: Any, b: Any = None) -> dict[str, Any]:
    rows, right = _system(A, b)
    if solve(rows, right).values["kind"] == "none":
        raise RequestError("expected a system with a solution, but it has none: change it.")
    return {"A": [_written(row) for row in rows], "b": _written(right)}


def _basis(A: Any, space: str) -> dict[str, Any]:
    if space not in SPACES:
        raise RequestError(f"expected a space of {', '.join(SPACES)}, received {show(space)}.")
    rows = _rows(A, "A")
    dimension = four_subspaces(rows).values["dimensions"][SPACES[space]]
    if dimension == 0:
        raise RequestError(
            f"the {space.replace('-', ' ')} space of A holds the zero vector only, which has no "
            "basis to write down: ask for another space."
        )
    return {"A": [_written(row) for row in rows], "space": space, "dimension": int(dimension)}


def _rank(  # noqa: PLR0913 (the properties of a matrix, by name)
    rows: int,
    columns: int,
    rank: int | None = None,
    *,
    symmetric: bool = False,
    x: Any = None,
    b: Any = None,
) -> dict[str, Any]:
    check: dict[str, Any] = {"rows": int(rows), "columns": int(columns)}
    if rank is not None and not 0 <= rank <= min(rows, columns):
        raise RequestError(f"a {rows}×{columns} matrix has no rank {rank}: change one of them.")
    if symmetric and rows != columns:
        raise RequestError(f"a {rows}×{columns} matrix is not symmetric: give a square shape.")
    if rank is not None:
        check["rank"] = int(rank)
    if symmetric:
        check["symmetric"] = True
    if x is not None:
        given = {"x": _entries(x, "x"), "b": _entries(b, "b")}
        if (len(given["x"]), len(given["b"])) != (columns, rows):
            raise ShapeError(
                f"expected x with {columns} and b with {rows} entries for a {rows}×{columns} "
                f"matrix, received {len(given['x'])} and {len(given['b'])}: change them."
            )
        check |= {name: _written(entries) for name, entries in given.items()}
    return check


def _orthogonal(to: Any) -> dict[str, Any]:
    rows = _rows(to, "to")
    if four_subspaces(rows).values["dimensions"][SPACES["null"]] == 0:
        raise RequestError("only the zero vector is orthogonal to all of these: give fewer.")
    return {"to": [_written(row) for row in rows]}


def _multiple(of: Any) -> dict[str, Any]:
    entries = _entries(of, "of")
    if not any(entries):
        raise RequestError("the zero vector has no multiple but itself: give another vector.")
    return {"of": _written(entries)}


def _symbolic(answer: Any) -> dict[str, Any]:
    is_list = isinstance(answer, sympy.Expr | Sequence) and not isinstance(answer, str)
    listed = sympy.Matrix([answer]) if is_list else answer
    if not isinstance(listed, sympy.MatrixBase):
        raise ShapeError(f"expected an expression, a list or a matrix, received {show(answer)}.")
    rows = listed.T.tolist() if listed.cols == 1 else listed.tolist()
    letters = sorted(symbol.name for symbol in listed.free_symbols)
    if not letters:
        raise RequestError("expected an answer with symbols: numbers have kinds of their own.")
    written = [[str(entry) for entry in row] for row in rows]
    reader = Reader(letters)
    for text, entry in zip(chain(*written), chain(*rows), strict=True):
        if sympy.cancel(reader.read(text).as_expr() - entry) != 0:
            raise RequestError(f"expected a rational expression, received {show(entry)}.")
    return {"answer": written, "letters": letters}


KINDS: dict[str, Callable[..., dict[str, Any]]] = {
    "number": _number,
    "fraction": _number,
    "vector": _vector,
    "matrix": _matrix,
    "solution": _solution,
    "basis": _basis,
    "rank": _rank,
    "orthogonal": _orthogonal,
    "multiple": _multiple,
    "symbolic": _symbolic,
}


def _entries(value: Any, name: str) -> list[Fraction]:
    """Read a vector: a list, or a matrix with one row or one column."""
    try:
        entries = list(value)
    except TypeError:
        raise ShapeError(
            f"{name} is {show(value)}, but a vector is expected: give a list."
        ) from None
    if isinstance(value, sympy.MatrixBase) and 1 not in value.shape:
        m, n = value.shape
        raise ShapeError(f"{name} is a {m}×{n} matrix, but a vector is expected: choose a column.")
    if not entries:
        raise ShapeError(f"{name} has no entries, but a vector is expected: give some.")
    return [fraction_from(entry, f"entry {i} of {name}") for i, entry in enumerate(entries, 1)]


def _rows(value: Any, name: str) -> list[list[Fraction]]:
    """Read a matrix: rows, or one row's entries."""
    listed = value.tolist() if isinstance(value, sympy.MatrixBase) else value
    if not isinstance(listed, Sequence) or isinstance(listed, str) or not listed:
        raise ShapeError(f"{name} is {show(value)}, but a matrix is expected: give its rows.")
    if not isinstance(listed[0], Sequence) or isinstance(listed[0], str):
        return [_entries(listed, name)]
    rows = [_entries(row, f"row {i} of {name}") for i, row in enumerate(listed, 1)]
    lengths = {len(row) for row in rows}
    if len(lengths) > 1:
        raise ShapeError(
            f"the rows of {name} have {sorted(lengths)} entries: give as many to each."
        )
    return rows


def _system(A: Any, b: Any) -> tuple[list[list[Fraction]], list[Fraction]]:
    system = read_system(A, b)
    return [list(row) for row in system.rows], list(system.right)


def _product(row: Sequence[Fraction], entries: Sequence[Fraction]) -> Fraction:
    if len(row) != len(entries):
        raise ShapeError(
            f"expected an answer of {len(row)} entries, received {len(entries)}: give one for "
            "each column of A."
        )
    return sum((p * q for p, q in zip(row, entries, strict=True)), Fraction(0))


def _written(entries: Sequence[Fraction]) -> list[str]:
    return [str(entry) for entry in entries]
