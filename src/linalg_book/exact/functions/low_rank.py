"""The best approximation of a matrix by one of lower rank."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import sympy

from linalg_book.arguments import MatrixLike, WholeNumber
from linalg_book.exact.engine.algebraic import Element, Numbers
from linalg_book.exact.engine.singular import Singular, singular
from linalg_book.exact.engine.unit_columns import lift
from linalg_book.exact.functions.svd import singular_values, stretch_check
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.checks import orthonormal_check
from linalg_book.exact.steps.low_rank import left_out, low_rank_steps, low_rank_title
from linalg_book.exact.steps.records import LowRank
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import parentheses, row, transpose, words
from linalg_book.writing.prose import prose

__all__ = ["low_rank"]


def low_rank(A: MatrixLike, k: WholeNumber) -> WorkedExample:
    """Find the matrix of rank at most k that is nearest to A, exactly.

    It is the sum of the first k terms σ u vᵀ of the singular value decomposition, nearest both in
    the spectral norm, at the distance σ₍k+1₎, and in the Frobenius norm.

    Parameters
    ----------
    A : m×n matrix
        A matrix of rational numbers: a list of rows or a SymPy matrix.
    k : int
        The rank that is allowed, from 0 on.  If A has no higher rank, the answer is A.

    Returns
    -------
    WorkedExample
        ``answer`` is the m×n matrix.  ``values`` holds ``error`` (σ₍k+1₎, or 0),
        ``frobenius_error``, ``unique`` (whether no other matrix of rank at most k is as near in
        the Frobenius norm: false exactly if σ₍k₎ = σ₍k+1₎ > 0), and what ``svd`` gives.

    Raises
    ------
    InvalidNumberError
        If k is no whole number from 0 on, or an entry is no rational number.
    AlgebraicDegreeError
        If a factor of the characteristic polynomial of AᵀA has a degree above 4.
    ShapeError, InexactNumberError
        If A is no matrix of rational numbers.

    Notes
    -----
    Eckart and Young, *Psychometrika* 1 (1936) 211-218, for the Frobenius norm; Mirsky,
    *Quarterly Journal of Mathematics* 11 (1960) 50-59, for every unitarily invariant norm.
    With a tie σ₍k₎ = σ₍k+1₎ the answer keeps the vectors that ``svd`` lists first.

    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book.exact import low_rank
    >>> example = low_rank([[3, 0], [4, 5]], 1)
    >>> example.answer
    Matrix([
    [3/2, 3/2],
    [9/2, 9/2]])
    >>> example.values["error"]
    sqrt(5)
    """
    kept = whole_number(k, "k", 0, remedy="give the rank that is allowed")
    found = singular(read_matrix(A))
    numbers, (m, n) = found.spectrum.numbers, found.A.shape
    terms = found.truncated(kept)
    answer = sympy.ImmutableMatrix(m, n, [numbers.expr(p) for line in terms for p in line])
    left_over = numbers.short(_sum(numbers, found.squares[kept:]))
    values = LowRank(
        error=numbers.root(found.squares[kept]) if kept < found.rank else sympy.Integer(0),
        frobenius_error=numbers.root(left_over) if left_over else sympy.Integer(0),
        unique=not 0 < kept < found.rank or found.squares[kept - 1] != found.squares[kept],
    )
    return WorkedExample(
        low_rank_title(kept),
        answer,
        _checks(found, terms, left_over, kept),
        partial(low_rank_steps, found, answer, values, kept),
        singular_values(found)._asdict() | values._asdict(),
    )


def _sum(numbers: Numbers, terms: Sequence[Element]) -> Element:
    return sum(terms, numbers.ring.zero)


def _checks(
    found: Singular, terms: list[list[Element]], left_over: Element, kept: int
) -> tuple[Check, ...]:
    numbers = found.spectrum.numbers
    columns = found.right + found.null
    return (
        orthonormal_check(numbers, columns, "V"),
        stretch_check(found),
        _action(found, terms, kept),
        _distance(found, terms, left_over, kept),
    )


def _action(found: Singular, terms: list[list[Element]], kept: int) -> Check:
    """Compare A_k v with A v for the kept vectors and with 0 for the others."""
    numbers, m = found.spectrum.numbers, found.A.shape[0]
    columns = found.right + found.null
    left: list[sympy.Expr] = []
    right: list[sympy.Expr] = []
    for entries in terms:
        for j, column in enumerate(columns):
            i = len(left) // len(columns)
            expected = found.images[j].entries[i] if j < min(kept, found.rank) else None
            product = numbers.dot(entries, column.entries)
            difference = product - (numbers.ring.zero if expected is None else expected)
            right.append(numbers.named(numbers.short(expected)) if expected else sympy.Integer(0))
            left.append(right[-1] if numbers.is_zero(difference) else numbers.named(product))
    return Check(
        prose(
            "the columns of {W} are the right singular vectors, before they get the length 1: "
            f"{{B}} sends {_first(min(kept, found.rank))} to zero, "
            "as the zeros and ones of {E} say",
            B=approximation(kept), A="A", W="W", E="E",
        ),
        row(approximation(kept), "W", "=", row("A", "W", "E")),
        sympy.ImmutableMatrix(m, len(columns), left),
        sympy.ImmutableMatrix(m, len(columns), right),
    )  # fmt: skip


def _first(k: int) -> str:
    """Tell the vectors that are kept from those that are not."""
    if not k:
        return "them all"
    return f"the first{f' {k}' if k > 1 else ''} where {{A}} does and the others"


def approximation(kept: int) -> sympy.Symbol:
    """Name the approximation."""
    return sympy.Symbol(f"A_{kept}")


def _distance(found: Singular, terms: list[list[Element]], left_over: Element, kept: int) -> Check:
    """Compare the squares of the entries of A − A_k with the squares of what is left out."""
    numbers = found.spectrum.numbers
    differences = [
        a - p
        for known, line in zip(lift(numbers, found.A), terms, strict=True)
        for a, p in zip(known, line, strict=True)
    ]
    squares = numbers.dot(differences, differences)
    expected = numbers.named(left_over)
    same = numbers.is_zero(squares - left_over)
    rest = parentheses(row("A", "−", approximation(kept)))
    return Check(
        prose(
            "the squared entries of the difference add up to the squared singular values left out"
        ),
        row(words("tr"), parentheses(row(transpose(rest), rest)), "=", left_out(found.rank, kept)),
        expected if same else numbers.named(squares),
        expected,
    )
