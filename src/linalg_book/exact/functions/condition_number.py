"""The condition number of a matrix."""

from __future__ import annotations

from functools import partial

import sympy

from linalg_book.arguments import MatrixLike
from linalg_book.errors import EmptySystemError
from linalg_book.exact.engine.singular import Singular, singular
from linalg_book.exact.functions.svd import singular_values, stretch_check
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.checks import orthonormal_check
from linalg_book.exact.steps.condition_number import condition_number_steps, condition_title
from linalg_book.exact.steps.records import ConditionNumber
from linalg_book.worked import WorkedExample

__all__ = ["condition_number"]


def condition_number(A: MatrixLike) -> WorkedExample:
    """Divide the largest singular value by the smallest: how unevenly A stretches.

    Parameters
    ----------
    A : m×n matrix
        A matrix of rational numbers with at least one row and one column.

    Returns
    -------
    WorkedExample
        ``answer`` is the condition number in the 2-norm, σ₁/σ₍k₎ with k = min(m, n): infinite
        (``sympy.oo``) if the rank is lower than k.  ``values`` holds ``largest`` (σ₁),
        ``smallest`` (σ₍k₎), ``effective`` (σ₁ divided by the smallest singular value that is not
        0: the condition number of A on its row space, ``None`` for a zero matrix), and what
        ``svd`` gives.

    Raises
    ------
    EmptySystemError
        If A has no rows or no columns.
    AlgebraicDegreeError
        If a factor of the characteristic polynomial of AᵀA has a degree above 4.
    ShapeError, InexactNumberError, InvalidNumberError
        If A is no matrix of rational numbers.

    Notes
    -----
    Trefethen and Bau, *Numerical Linear Algebra*, lecture 12: the relative error of the solution
    of A x = b is at most the condition number times the relative error of b.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book.exact import condition_number
    >>> condition_number([[3, 0], [4, 5]]).answer
    3
    >>> example = condition_number([[1, 2], [2, 4]])
    >>> example.answer, example.values["effective"]
    (oo, 1)
    """
    matrix = read_matrix(A)
    if 0 in matrix.shape:
        raise EmptySystemError(
            f"expected a matrix with rows and columns, but A is {matrix.shape[0]}×"
            f"{matrix.shape[1]} and has no singular values: give at least one entry."
        ).about("A")
    found = singular(matrix)
    every = singular_values(found)
    effective = _ratio(found)
    deficient = found.rank < min(matrix.shape)
    answer = sympy.oo if deficient else effective
    values = ConditionNumber(
        largest=every.singular_values[0],
        smallest=every.singular_values[-1],
        effective=effective,
    )
    numbers = found.spectrum.numbers
    return WorkedExample(
        condition_title(),
        answer,
        (orthonormal_check(numbers, found.right + found.null, "V"), stretch_check(found)),
        partial(condition_number_steps, found, answer, values),
        every._asdict() | values._asdict(),
    )


def _ratio(found: Singular) -> sympy.Expr | None:
    """Divide the largest singular value by the last one that is not 0."""
    if not found.rank:
        return None
    numbers = found.spectrum.numbers
    largest, smallest = found.spaces[0], found.spaces[-1]
    inverse = smallest.embed(smallest.family.field.one / smallest.family.value)
    quotient = numbers.short(largest.value * inverse)
    if numbers.is_quadratic(quotient):
        return numbers.root(quotient)
    return numbers.root(largest.value) / numbers.root(smallest.value)
