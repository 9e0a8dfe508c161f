"""Regression with polynomials that are never written down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike, PointsLike, WholeNumber
from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.exact.engine.kernel_fit import KernelFit, PolynomialKernel, fit_kernel
from linalg_book.exact.engine.minimizer import squared_length
from linalg_book.exact.engine.kernel_monomials import count_monomials, monomials, repeated
from linalg_book.exact.functions.kernel_checks import kernel_checks
from linalg_book.exact.reading.amounts import read_constant, read_penalty
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.steps.kernel_regression import kernel_steps, kernel_title
from linalg_book.exact.steps.records import KernelRegression
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import WorkedExample
from linalg_book.writing.formula import unknowns
from linalg_book.writing.wording import counted

__all__ = ["kernel_regression"]

HIGHEST = 100
"""The highest degree: numbers have as many times the digits of the data."""
WRITTEN_OUT = 12
"""A fit with more monomials is not multiplied out."""


def kernel_regression(  # noqa: PLR0913 (three of them have defaults and names)
    X: MatrixLike,
    y: ColumnLike,
    Z: PointsLike = None,
    *,
    degree: WholeNumber = 2,
    c: NumberLike = 1,
    penalty: NumberLike = 0,
) -> WorkedExample:
    """Fit values at points with the kernel (x·z + c)ᵖ, and predict others.

    The kernel is an inner product of all monomials up to degree p, with weights.  So the
    least-norm fit by monomials, or the ridge fit, needs one unknown for each point: K α = y with
    the matrix K of the kernel for all pairs.

    Parameters
    ----------
    X : sequence of m rows with n numbers each
        The points, one a row.  Points may be equal.
    y : sequence of m numbers
        The values at the points; polynomials in SymPy symbols may stand for numbers.
    Z : sequence of k rows with n numbers each, optional
        New points, where the fit is to be evaluated.
    degree : int, default 2
        The power p, from 0 to 100.  With 1 and c = 0 it is the linear kernel x·z.
    c : number, default 1
        The number c, not negative.  0 leaves the monomials of degree p only.
    penalty : number, default 0
        λ, not negative.  0 asks for the least-norm fit, which is the limit λ → 0.

    Returns
    -------
    WorkedExample
        ``answer`` is α = K⁺y, or (K + λI)⁻¹y, an m×1 matrix.  ``values`` holds ``kernel`` (K),
        ``rank`` (of K), ``penalty``, ``fit`` (K α), ``left_out`` (yᵢ minus its prediction by all
        other points), ``leverages``, ``mean_square`` (of the left-out residuals),
        ``predictions`` (at Z), ``features`` (how many monomials there are) and ``function`` (the
        fit as a polynomial, or None if it has more than 12 terms).

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may
        stand, if ``c`` or the penalty is negative, or if ``degree`` is no whole number from 0 to
        100.
    ShapeError
        If ``X`` or ``Z`` is no matrix, if they have different numbers of columns, or if ``y``
        does not have one entry for each row of ``X``.

    Notes
    -----
    The weight of the monomial xᵃ is a multinomial coefficient times a power of c; roots of them
    would be irrational, the inner product with them is not [1]_.  Where the equal points are the
    only reason for a singular K, they get the mean of their values; a kernel of low degree cannot
    promise that.  A left-out residual is αᵢ/((K + λI)⁻¹)ᵢᵢ; see ``leave_one_out`` for the limit.

    .. [1] B. Schölkopf and A. J. Smola, *Learning with Kernels*, sections 2.1 and 4.1.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.exact import kernel_regression
    >>> example = kernel_regression([[0], [1], [2]], [1, 0, 1], [[3]])
    >>> example.values["function"]
    x**2 - 2*x + 1
    >>> example.values["predictions"], example.answer
    (Matrix([[4]]), Matrix([
    [ 15/4],
    [   -5],
    [  9/4]]))
    >>> kernel_regression([[0], [1], [1]], [2, 3, 5], degree=1).values["fit"]
    Matrix([
    [2],
    [4],
    [4]])
    """
    points = read_matrix(X, "X")
    N, d = points.shape
    if not N or not d:
        raise EmptySystemError(
            f"X is expected to have at least one point with at least one coordinate, but has "
            f"{counted(N, 'row')} and {counted(d, 'column')}: give points."
        ).about("X")
    targets = read_column(y, N, "y", of="X", taken=unknowns(d), role="a coordinate")
    new = _read_new(Z, d)
    kernel = PolynomialKernel(
        whole_number(degree, "degree", 0, HIGHEST, "give the degree of the polynomials"),
        read_constant(c),
    )
    weight = read_penalty(penalty)
    found = fit_kernel(kernel.matrix(points, points), targets, weight)
    equal = _averaged(points, found, weight)
    values = _record(kernel, points, new, found, weight)
    return WorkedExample(
        kernel_title(kernel, values.penalty),
        to_sympy(found.alpha),
        kernel_checks(kernel, points, targets, new, found, weight, equal),
        partial(kernel_steps, kernel, points, targets, new, found, values, equal),
        values._asdict(),
    )


def _read_new(Z: Any, d: int) -> DomainMatrix | None:
    """Read new points; without rows there are none."""
    new = read_matrix(Z, "Z") if Z is not None else None
    if new is None or not new.shape[0]:
        return None
    if new.shape[1] != d:
        raise ShapeError(
            f"Z has {counted(new.shape[1], 'column')}, but X has {counted(d, 'column')}: "
            "give new points as many coordinates."
        ).about("Z")
    return new


def _averaged(X: DomainMatrix, found: KernelFit, weight: Any) -> tuple[Sequence[int], ...]:
    """List equal points whose values are averaged: all others differ as far as K can tell."""
    equal = repeated(X)
    different = X.shape[0] - sum(len(group) - 1 for group in equal)
    return equal if found.rank == different and not weight else ()


def _record(
    kernel: PolynomialKernel,
    X: DomainMatrix,
    new: DomainMatrix | None,
    found: KernelFit,
    weight: Any,
) -> KernelRegression:
    """Collect the by-products."""
    N, d = X.shape
    predictions = sympy.ImmutableMatrix.zeros(0, 1)
    if new is not None:
        predictions = to_sympy(kernel.matrix(new, X) * found.alpha)
    return KernelRegression(
        kernel=to_sympy(found.K),
        rank=found.rank,
        penalty=QQ.to_sympy(weight),
        fit=to_sympy(found.fit),
        left_out=to_sympy(found.left_out),
        leverages=sympy.ImmutableMatrix([QQ.to_sympy(h) for h in found.leverages]),
        mean_square=sympy.expand(squared_length(found.left_out) / N),
        predictions=predictions,
        features=count_monomials(kernel, d),
        function=_function(kernel, X, found),
    )


def _function(kernel: PolynomialKernel, X: DomainMatrix, found: KernelFit) -> sympy.Expr | None:
    """Multiply Σ αᵢ k(x, xᵢ) out, where that has few terms."""
    d = X.shape[1]
    if count_monomials(kernel, d) > WRITTEN_OUT:
        return None
    all_of_them, names = monomials(kernel, d), unknowns(d)
    weights = all_of_them.diagonal() * all_of_them.values(X).transpose() * found.alpha
    terms = [
        coefficient * sympy.prod(name**e for name, e in zip(names, a, strict=True))
        for a, coefficient in zip(all_of_them.exponents, to_sympy(weights), strict=True)
    ]
    return sympy.expand(sympy.Add(*terms))
