"""The singular value decomposition in closed form."""

from __future__ import annotations

from functools import partial

import sympy

from linalg_book.arguments import MatrixLike
from linalg_book.exact.engine.singular import Singular, singular
from linalg_book.exact.engine.spectrum import Column
from linalg_book.exact.engine.unit_columns import unit_matrix
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.checks import orthonormal_check, product_check
from linalg_book.exact.steps.records import SingularValues
from linalg_book.exact.steps.spectrum import characteristic_polynomial
from linalg_book.exact.steps.svd import svd_steps, svd_title
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import norm, row, square, vector
from linalg_book.writing.prose import prose

__all__ = ["svd"]

Factors = tuple[sympy.ImmutableMatrix, sympy.ImmutableMatrix, sympy.ImmutableMatrix]


def svd(A: MatrixLike, full: bool = False) -> WorkedExample:  # noqa: FBT001, FBT002 (svd(A, True) is read aloud)
    """Write A = U Σ Vᵀ exactly: U and V with orthonormal columns, Σ diagonal.

    The eigenvalues of AᵀA, or of AAᵀ if A is wide, are the squares of the singular values.  They
    come in closed form where the characteristic polynomial splits into factors of degree 1 and 2
    over the rational numbers; nested roots stay as they are.  From degree 3 and 4 they come as
    exact roots (SymPy's ``CRootOf``), from a higher degree not at all.

    Parameters
    ----------
    A : m×n matrix
        A matrix of rational numbers: a list of rows or a SymPy matrix.
    full : bool, default False
        Without it, U is m×k, Σ k×k and V n×k with k = min(m, n).
        With it, U is m×m, Σ m×n and V n×n.

    Returns
    -------
    WorkedExample
        ``answer`` is the triple (U, Σ, V); note that V is not transposed.  The singular values
        descend, and those that are 0 are among them.  Signs: the first nonzero entry of each
        column of V is positive, and so it is in the columns of U that belong to no singular value
        or to 0; the signs of the others follow from A v = σ u.  ``values`` holds
        ``singular_values`` (all min(m, n)), ``squares`` (of these), ``rank`` and
        ``characteristic_polynomial`` (in λ, of the smaller of AᵀA and AAᵀ).

    Raises
    ------
    AlgebraicDegreeError
        If a factor of the characteristic polynomial has a degree above 4.
    ShapeError, InexactNumberError, InvalidNumberError
        If A is no matrix of rational numbers.

    Notes
    -----
    Existence by the spectral theorem for AᵀA: Strang, *Introduction to Linear Algebra*,
    6th edition, section 7.1; Trefethen and Bau, *Numerical Linear Algebra*, lecture 4.
    Where a singular value repeats or is 0, other bases would serve as well: U and V are not
    unique, Σ is.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book.exact import svd
    >>> U, S, V = svd([[3, 0], [4, 5]]).answer
    >>> S
    Matrix([
    [3*sqrt(5),       0],
    [        0, sqrt(5)]])
    >>> V
    Matrix([
    [sqrt(2)/2,  sqrt(2)/2],
    [sqrt(2)/2, -sqrt(2)/2]])
    >>> svd([[-1, 2], [3, -2], [5, 7]]).values["squares"]
    (5*sqrt(34) + 46, 46 - 5*sqrt(34))
    """
    found = singular(read_matrix(A))
    answer = factors(found, full=full)
    return WorkedExample(
        svd_title(full=full),
        answer,
        _checks(found, full=full),
        partial(svd_steps, found, answer, full=full),
        singular_values(found)._asdict(),
    )


def singular_values(found: Singular) -> SingularValues:
    """Write the singular values, those that are 0 as well."""
    numbers, zeros = found.spectrum.numbers, min(found.A.shape) - found.rank
    zero = (sympy.Integer(0),) * zeros
    return SingularValues(
        singular_values=tuple(numbers.root(p) for p in found.squares) + zero,
        squares=tuple(numbers.expr(p) for p in found.squares) + zero,
        rank=found.rank,
        characteristic_polynomial=characteristic_polynomial(found.spectrum).as_expr(),
    )


def _columns(found: Singular, *, full: bool) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Return the columns of U and of V."""
    m, n = found.A.shape
    missing = (m if full else min(m, n)) - found.rank
    u, v = found.left + found.left_null(missing), found.right + found.null
    return (u, v) if full else (u, v[: min(m, n)])


def factors(found: Singular, *, full: bool) -> Factors:
    """Write U, Σ and V."""
    m, n = found.A.shape
    numbers = found.spectrum.numbers
    u, v = _columns(found, full=full)
    sigma = sympy.zeros(len(u), len(v))
    for i, p in enumerate(found.squares):
        sigma[i, i] = numbers.root(p)
    return (
        unit_matrix(numbers, u, m),
        sympy.ImmutableMatrix(sigma),
        unit_matrix(numbers, v, n),
    )


def _checks(found: Singular, *, full: bool) -> tuple[Check, ...]:
    numbers = found.spectrum.numbers
    u, v = _columns(found, full=full)
    product = found.truncated(found.rank)
    return (
        product_check(numbers, product, found.A, ("U", "Sigma", "V")),
        orthonormal_check(numbers, u, "U"),
        orthonormal_check(numbers, v, "V"),
        stretch_check(found),
    )


def stretch_check(found: Singular) -> Check:
    """Compare the squared length of each A v with σ²."""
    numbers, v = found.spectrum.numbers, vector("v")
    expected, lengths = [numbers.named(p) for p in found.squares], []
    for p, shown, c, image in zip(found.squares, expected, found.right, found.images, strict=True):
        size = numbers.dot(image.entries, image.entries) * c.inverse
        lengths.append(shown if numbers.is_zero(size - p) else numbers.named(size))
    return Check(
        prose("the squared lengths of {Av} are the squared singular values", Av=row("A", v)),
        row(square(norm(row("A", v))), "=", square("sigma")),
        sympy.ImmutableMatrix(found.rank, 1, lengths),
        sympy.ImmutableMatrix(found.rank, 1, expected),
    )
