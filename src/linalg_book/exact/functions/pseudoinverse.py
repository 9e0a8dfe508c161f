"""The Moore-Penrose pseudoinverse, by five methods that agree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Literal

from linalg_book.arguments import MatrixLike
from linalg_book.errors import RankError, UnknownMethodError
from linalg_book.exact.engine.pinv import Minor, Penrose, integer_pseudoinverse
from linalg_book.exact.engine.quotients import Quotient, read_quotient
from linalg_book.exact.engine.singular import pseudoinverse_from_triples, singular
from linalg_book.exact.functions.svd import factors
from linalg_book.exact.steps.checks import penrose_checks
from linalg_book.exact.steps.pseudoinverse import factorization_steps, pseudoinverse_title
from linalg_book.exact.steps.pseudoinverse_full_rank import (
    full_column_rank_steps,
    full_row_rank_steps,
)
from linalg_book.exact.steps.pseudoinverse_limit import decell, limit_steps
from linalg_book.exact.steps.pseudoinverse_svd import svd_steps
from linalg_book.worked import Step, WorkedExample
from linalg_book.writing.wording import show

__all__ = ["pseudoinverse"]

Derivation = Callable[[], tuple[Step, ...]]
Method = Literal["rank-factorization", "full-column-rank", "full-row-rank", "limit", "svd"]


def pseudoinverse(A: MatrixLike, *, method: Method = "rank-factorization") -> WorkedExample:
    """Find the Moore-Penrose pseudoinverse A⁺ of any matrix, with its derivation.

    A⁺ b is the shortest vector among those that make the length of A x − b smallest.  It is the
    only matrix X that passes the four Penrose conditions A X A = A, X A X = X, (A X)ᵀ = A X and
    (X A)ᵀ = X A; all four are checked on the answer.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The m×n matrix, of any size and rank; ``[]`` is 0×0, ``[[], []]`` is 2×0.
    method : str
        How it is derived:

        - "rank-factorization" (any A): A = C R with the pivot columns of A as C and the nonzero
          rows of the reduced echelon form as R; A⁺ = Rᵀ (R Rᵀ)⁻¹ (Cᵀ C)⁻¹ Cᵀ;
        - "full-column-rank" (independent columns): A⁺ = (Aᵀ A)⁻¹ Aᵀ;
        - "full-row-rank" (independent rows): A⁺ = Aᵀ (A Aᵀ)⁻¹;
        - "limit" (any A): the limit of (Aᵀ A + δ I)⁻¹ Aᵀ as δ > 0 tends to 0;
        - "svd" (A as for ``svd``): A⁺ = V Σ⁺ Uᵀ.

    Returns
    -------
    WorkedExample
        ``answer`` is A⁺, an n×m ``sympy.Matrix`` of the caller's own: checks and steps keep
        theirs if it is changed (an immutable one would take a third of the time more).
        ``values`` holds ``rank``, ``method`` and, for the first three methods,
        ``independent_columns`` and ``independent_rows`` (indices from 0): as many as the rank,
        with an invertible matrix where they cross.

    Raises
    ------
    RankError
        If the method needs independent columns or rows, and A has dependent ones.
    UnknownMethodError
        If ``method`` is none of the five.
    AlgebraicDegreeError
        If the method is "svd" and the singular values have no short exact form.
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number (complex, a symbol).
    ShapeError
        If ``A`` is no matrix.

    Notes
    -----
    Existence and uniqueness: R. Penrose, "A generalized inverse for matrices", 1955, theorem 1.
    Factorization: A. Ben-Israel and T. N. E. Greville, *Generalized Inverses*, 2nd ed., 2003,
    section 1.6.  Limit: the same, section 3.4; its coefficients come from H. P. Decell,
    "An application of the Cayley-Hamilton theorem to generalized matrix inversion", 1965.
    The answer needs the inverse of one integer matrix, as large as the rank.

    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book.exact import pseudoinverse
    >>> pseudoinverse([[1, 2], [2, 4]]).answer
    Matrix([
    [1/25, 2/25],
    [2/25, 4/25]])
    >>> pseudoinverse([[1, 0], [0, 1], [1, 1]], method="full-column-rank").answer
    Matrix([
    [ 2/3, -1/3, 1/3],
    [-1/3,  2/3, 1/3]])
    """
    work = METHODS.get(method) if isinstance(method, str) else None
    if work is None:
        raise UnknownMethodError.from_choices("method", show(method), METHODS)
    return work(read_quotient(A), method)


def _by_factorization(A: Quotient, method: str) -> WorkedExample:
    found, minor = integer_pseudoinverse(A)
    return _example(found, minor.rank, method, partial(factorization_steps, A, found.X), minor)


def _by_columns(A: Quotient, method: str) -> WorkedExample:
    found, minor = integer_pseudoinverse(A)
    if minor.rank < A.shape[1]:
        raise RankError.from_dependent("columns", A.shape[1], minor.rank, method)
    return _example(found, minor.rank, method, partial(full_column_rank_steps, A, found.X), minor)


def _by_rows(A: Quotient, method: str) -> WorkedExample:
    found, minor = integer_pseudoinverse(A)
    if minor.rank < A.shape[0]:
        raise RankError.from_dependent("rows", A.shape[0], minor.rank, method)
    return _example(found, minor.rank, method, partial(full_row_rank_steps, A, found.X), minor)


def _by_limit(A: Quotient, method: str) -> WorkedExample:
    path = decell(A)
    return _example(Penrose(A, path.limit), path.rank, method, partial(limit_steps, A, path))


def _by_svd(A: Quotient, method: str) -> WorkedExample:
    triples = singular(A.to_rational())
    X = Quotient.from_rational(pseudoinverse_from_triples(triples))
    return _example(
        Penrose(A, X),
        triples.rank,
        method,
        lambda: svd_steps(A, X, triples, factors(triples, full=False)),
    )


def _example(
    found: Penrose, rank: int, method: str, derivation: Derivation, minor: Minor | None = None
) -> WorkedExample:
    values: dict[str, Any] = {"rank": rank, "method": method}
    if minor is not None:
        values["independent_columns"] = tuple(sorted(minor.columns))
        values["independent_rows"] = tuple(sorted(minor.rows))
    title = pseudoinverse_title(found.A.shape, rank)
    answer = found.X.to_rational().to_Matrix()
    return WorkedExample(title, answer, penrose_checks(found), derivation, values)


METHODS: dict[Method, Callable[[Quotient, str], WorkedExample]] = {
    "rank-factorization": _by_factorization,
    "full-column-rank": _by_columns,
    "full-row-rank": _by_rows,
    "limit": _by_limit,
    "svd": _by_svd,
}
