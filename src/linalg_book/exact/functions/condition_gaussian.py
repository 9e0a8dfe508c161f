"""Gaussian vectors, some of whose entries are known."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, NumberLike, SquareLike
from linalg_book.errors import InconsistentSystemError, NotPositiveError, ShapeError
from linalg_book.exact.engine.cholesky import Indefinite, decompose
from linalg_book.exact.engine.conditioning import Conditioned, condition
from linalg_book.exact.reading.amounts import read_noise
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.reading.symmetric import refuse_asymmetric
from linalg_book.exact.reading.systems import entries_of
from linalg_book.exact.steps.condition_gaussian import (
    condition_steps,
    condition_title,
    system_of,
)
from linalg_book.exact.steps.records import ConditionGaussian
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, words
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import counted, show

__all__ = ["condition_gaussian"]

REMEDY = "give the covariances of all pairs of entries"


def condition_gaussian(
    C: SquareLike, y: ColumnLike, noise_variance: NumberLike = 0
) -> WorkedExample:
    """Say what the first entries of a Gaussian vector tell about the others, with the derivation.

    The vector has mean 0 and covariance C.  Given that its first m entries are y, the others are
    Gaussian again: their mean is linear in y, and their covariance does not depend on y.

    Parameters
    ----------
    C : n×n matrix
        The covariance: symmetric, with x·C x ≥ 0 for all x; it may be singular.
    y : sequence of m numbers
        The first m entries, with 1 ≤ m < n; polynomials in SymPy symbols may stand for numbers.
    noise_variance : number, default 0
        The variance τ² ≥ 0 of independent noise in the first entries, which is part of y.

    Returns
    -------
    WorkedExample
        ``answer`` is the mean of the other n − m entries, a column.  ``values`` holds their
        ``covariance`` and ``variances`` (its diagonal), ``weights`` (W, the mean is W y),
        ``noise_variance``, ``prior`` (their covariance before), ``known`` (K, the covariance of
        the first entries) and ``rank`` (of K).

    Raises
    ------
    InconsistentSystemError
        If there is no noise and y is not in the column space of K: no draw has these entries.
    UndecidedSystemError
        If the symbols in ``y`` decide whether it is.
    NotSymmetricError, NotPositiveError
        If C is no covariance: it differs from its transpose, or x·C x < 0 for some x.
    ShapeError, InexactNumberError, InvalidNumberError
        If C is no square matrix of rational numbers, ``y`` has no entry or leaves none unknown,
        or ``noise_variance`` is negative.

    Notes
    -----
    With the blocks K, L and S of C the mean is L(K + τ²I)⁺y and the covariance, a Schur
    complement, S − L(K + τ²I)⁺Lᵀ [1]_.

    .. [1] T. W. Anderson, *An Introduction to Multivariate Statistical Analysis*, 3rd ed.,
       section 2.5.

    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book.exact import condition_gaussian
    >>> example = condition_gaussian([[1, "1/2"], ["1/2", 1]], [2])
    >>> example.answer, example.values["covariance"]
    (Matrix([[1]]), Matrix([[3/4]]))
    >>> condition_gaussian([[1, "1/2"], ["1/2", 1]], [2], noise_variance=1).answer
    Matrix([[1/2]])
    """
    covariance = _read_covariance(C)
    known = _read_known(y, covariance.shape[0])
    noise = read_noise(noise_variance)
    try:
        found = condition(covariance, known, noise)
    except InconsistentSystemError as error:
        raise _impossible(known, error.combination) from None
    left = to_sympy(found.covariance)
    values = ConditionGaussian(
        covariance=left,
        variances=left.diagonal().T,
        weights=to_sympy(found.weights),
        noise_variance=QQ.to_sympy(found.noise),
        prior=to_sympy(found.prior),
        known=to_sympy(found.K),
        rank=found.rank,
    )
    return WorkedExample(
        condition_title(known.shape[0], values.noise_variance),
        to_sympy(found.mean),
        _checks(found),
        partial(condition_steps, known, found, values),
        values._asdict(),
    )


def _read_covariance(C: Any) -> DomainMatrix:
    """Read a symmetric matrix without negative directions."""
    matrix = read_matrix(C, "C")
    m, n = matrix.shape
    if m != n:
        raise ShapeError(f"C is expected to be square, but is {m}×{n}: {REMEDY}.").about("C")
    refuse_asymmetric(matrix, REMEDY, "C")
    found = decompose(matrix)
    if isinstance(found, Indefinite):
        x = f"({', '.join(map(str, found.vector))})"
        raise NotPositiveError(
            f"C is expected to have x·C x ≥ 0 for all x, because that is the variance of a "
            f"number, but for x = {x} it is {found.value}: give covariances, such as the values "
            "of a kernel.",
            found.vector,
        ).about("C")
    return matrix


def _read_known(y: Any, n: int) -> DomainMatrix:
    """Read what is known: at least one entry, and not all."""
    entries = entries_of(y, "y")
    if entries is None:
        raise ShapeError(
            f"y is expected to be a list of numbers, but is {show(y)}: give the first entries."
        ).about("y")
    if not 1 <= len(entries) < n:
        raise ShapeError(
            f"y has {counted(len(entries), 'entry', 'entries')} and C has {counted(n, 'row')}, "
            "but at least one entry is expected to be known and one unknown: give y from 1 to one "
            "less than the rows of C."
        ).about("y" if n > 1 else "C")
    return read_column(entries, len(entries), "y", of="y")


def _impossible(y: DomainMatrix, combination: Sequence[int | Fraction]) -> InconsistentSystemError:
    """Say which combination of the first entries never differs from 0, but does in y."""
    weights = ", ".join(map(str, combination))
    value = sum(c * entry for c, entry in zip(combination, to_sympy(y), strict=True))
    return InconsistentSystemError(
        f"y is expected to be in the column space of K, but the combination of the first entries "
        f"with the weights ({weights}) has the variance 0, so it is always 0, and in y it is "
        f"{value}: change y, or give a noise_variance above 0.",
        combination,
    ).about("y")


def _checks(found: Conditioned) -> tuple[Check, ...]:
    """Check that what is left has nothing to do with what is known, and its covariance."""
    n, m = found.prior.shape[0], found.K.shape[0]
    W, L = found.weights, found.between
    system = system_of(found.noise)
    unit = DomainMatrix.eye(n, QQ).to_dense()
    whole = found.noisy.hstack(L.transpose()).vstack(L.hstack(found.prior))
    rest = (W * -1).hstack(unit)
    zero = sympy.ImmutableMatrix.zeros(n, m)
    return (
        Check(
            prose("what the weights leave over is uncorrelated with what is known"),
            row("L", "−", "W", system, "=", 0),
            to_sympy(L - W * found.noisy),
            zero,
        ),
        Check(
            prose("its covariance, computed from all of {C}, is the answer's", C="C"),
            row(words("covariance of what is left"), "=", "S", "−", "W", transpose("L")),
            to_sympy(rest * whole * rest.transpose()),
            to_sympy(found.covariance),
        ),
    )
