"""Eigenvalues and orthogonal eigenvectors of a symmetric matrix."""

from __future__ import annotations

from functools import partial

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import SquareLike
from linalg_book.errors import ShapeError
from linalg_book.exact.engine.spectrum import Column, Spectrum, spectrum
from linalg_book.exact.engine.unit_columns import lift, plain_matrix, sum_of_products, unit_matrix
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.reading.symmetric import refuse_asymmetric
from linalg_book.exact.steps.checks import orthonormal_check, product_check
from linalg_book.exact.steps.eigen import eigen_steps, eigen_title
from linalg_book.exact.steps.spectrum import characteristic_polynomial
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose
from linalg_book.writing.prose import prose

__all__ = ["eigen"]


def eigen(A: SquareLike, *, normalized: bool = False) -> WorkedExample:
    """Find the eigenvalues and perpendicular eigenvectors of a symmetric matrix.

    The characteristic polynomial is factored over the rational numbers.  Eigenvalues from factors
    of degree 1 and 2 come in closed form, from degree 3 and 4 as exact roots (SymPy's
    ``CRootOf``), from a higher degree not at all.

    Parameters
    ----------
    A : n×n matrix
        A symmetric matrix of rational numbers: a list of rows or a SymPy matrix.
    normalized : bool, default False
        Divide the eigenvectors by their lengths.  Without it they contain no more roots than the
        eigenvalues, and their first nonzero entry is a positive integer.

    Returns
    -------
    WorkedExample
        ``answer`` is the pair (Q, Λ): the eigenvectors as perpendicular columns, and the diagonal
        matrix of the eigenvalues in descending order, so that A Q = Q Λ, and A = Q Λ Qᵀ if
        normalized.  The first nonzero entry of every column is positive.  ``values`` holds
        ``eigenvalues`` (a tuple, each as often as it occurs), ``multiplicities`` (of the distinct
        ones) and ``characteristic_polynomial`` (in λ).

    Raises
    ------
    NotSymmetricError
        If A differs from its transpose.
    AlgebraicDegreeError
        If a factor of the characteristic polynomial has a degree above 4.
    ShapeError, InexactNumberError, InvalidNumberError
        If A is no square matrix of rational numbers.

    Notes
    -----
    The spectral theorem: Axler, *Linear Algebra Done Right*, 4th edition, theorem 7.29.
    The roots of one irreducible factor are conjugate, so one elimination with the root as a
    symbol gives the eigenvectors of all of them.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book.exact import eigen
    >>> vectors, values = eigen([[2, 1], [1, 2]]).answer
    >>> vectors
    Matrix([
    [1,  1],
    [1, -1]])
    >>> values
    Matrix([
    [3, 0],
    [0, 1]])
    """
    matrix = read_matrix(A)
    _refuse_asymmetric(matrix)
    found = spectrum(matrix)
    pairs = list(found.columns())
    columns = [column for _, column in pairs]
    values = [found.numbers.expr(value) for value, _ in pairs]
    n = matrix.shape[0]
    vectors = (unit_matrix if normalized else plain_matrix)(found.numbers, columns, n)
    answer = (vectors, sympy.ImmutableMatrix(n, n, lambda i, j: values[i] if i == j else 0))
    return WorkedExample(
        eigen_title(normalized=normalized),
        answer,
        _checks(matrix, found, normalized=normalized),
        partial(eigen_steps, matrix, found, answer, normalized=normalized),
        {
            "eigenvalues": tuple(values),
            "multiplicities": tuple(space.multiplicity for space in found.spaces),
            "characteristic_polynomial": characteristic_polynomial(found).as_expr(),
        },
    )


def _refuse_asymmetric(A: DomainMatrix) -> None:
    m, n = A.shape
    if m != n:
        raise ShapeError(
            f"A is expected to be square, but is {m}×{n}: only a square matrix has eigenvalues; "
            "for the singular values of any matrix call exact.svd."
        ).about("A")
    refuse_asymmetric(
        A, "take numpy.linalg.eig for eigenvalues in decimals, exact.svd for singular values"
    )


def _checks(A: DomainMatrix, found: Spectrum, *, normalized: bool) -> tuple[Check, ...]:
    numbers, pairs = found.numbers, list(found.columns())
    columns = [column for _, column in pairs]
    checks = [_equation(A, found)]
    if normalized:
        checks.append(orthonormal_check(numbers, columns, "Q"))
        weights = [value * column.inverse for value, column in pairs]
        product = sum_of_products(numbers, weights, columns, columns, A.shape)
        checks.append(product_check(numbers, product, A, ("Q", "Lambda", "Q")))
    else:
        checks.append(_perpendicular(found, columns))
    return tuple(checks)


def _equation(A: DomainMatrix, found: Spectrum) -> Check:
    """Compare A Q with Q Λ, for columns of any length."""
    numbers, pairs = found.numbers, list(found.columns())
    rows, n = lift(numbers, A), A.shape[0]
    left: list[sympy.Expr] = []
    right: list[sympy.Expr] = []
    for entries in rows:
        for value, column in pairs:
            product = numbers.dot(entries, column.entries)
            multiple = numbers.short(value * column.entries[len(left) // n])
            right.append(numbers.named(multiple))
            same = numbers.is_zero(product - multiple)
            left.append(right[-1] if same else numbers.named(product))
    return Check(
        prose("{A} multiplies each column of {Q} by its eigenvalue", A="A", Q="Q"),
        row("A", "Q", "=", "Q", "Lambda"),
        sympy.ImmutableMatrix(n, n, left),
        sympy.ImmutableMatrix(n, n, right),
    )


def _perpendicular(found: Spectrum, columns: list[Column]) -> Check:
    """Compare the dot products of the columns with a diagonal matrix."""
    numbers, n = found.numbers, len(columns)
    products = [[numbers.dot(v.entries, w.entries) for w in columns] for v in columns]
    sizes = [numbers.named(numbers.short(column.size)) for column in columns]
    entries = []
    for i, line in enumerate(products):
        for j, p in enumerate(line):
            expected = columns[i].size if i == j else numbers.ring.zero
            same = numbers.is_zero(p - expected)
            shown = sizes[i] if i == j else sympy.Integer(0)
            entries.append(shown if same else numbers.named(p))
    return Check(
        prose("the columns of {Q} are perpendicular to each other", Q="Q"),
        row(transpose("Q"), "Q", "=", "D"),
        sympy.ImmutableMatrix(n, n, entries),
        sympy.ImmutableMatrix(n, n, lambda i, j: sizes[i] if i == j else 0),
    )
