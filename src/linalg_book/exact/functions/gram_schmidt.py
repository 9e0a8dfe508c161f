"""Orthogonal columns with the same span."""

from __future__ import annotations

from functools import partial

from sympy.polys.domains import QQ

from linalg_book.arguments import MatrixLike
from linalg_book.exact.engine.orthogonal import factors, orthogonalize
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.checks import factor_checks
from linalg_book.exact.steps.gram_schmidt import gram_schmidt_steps
from linalg_book.worked import WorkedExample
from linalg_book.writing.prose import prose

__all__ = ["gram_schmidt"]


def gram_schmidt(A: MatrixLike, *, normalized: bool = False) -> WorkedExample:
    """Replace the columns of A by perpendicular ones with the same span.

    From each column its parts along the earlier ones are taken away.  Without square roots the
    columns stay rational; their lengths are whatever they turn out to be.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix.  Its columns may be dependent or zero.
    normalized : bool, optional
        Divide each column by its length, which may bring in square roots.

    Returns
    -------
    WorkedExample
        ``answer`` is Q, an m×r matrix with perpendicular columns, where r is the rank of A:
        a column that depends on earlier ones leaves nothing and is dropped.  ``values`` holds
        ``coefficients`` (R, r×n, with A = Q R), ``lengths_squared`` (of the columns before
        they are normalized), ``rank`` and ``independent_columns`` (indices from 0).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, a symbol, complex, or no rational number.
    ShapeError
        If ``A`` is no matrix.

    Notes
    -----
    The method of J. P. Gram (1883) and E. Schmidt (1907), with the normalization put last.

    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book.exact import gram_schmidt
    >>> gram_schmidt([[1, 0], [1, 1], [1, 2]]).answer
    Matrix([
    [1, -1],
    [1,  0],
    [1,  1]])
    >>> gram_schmidt([[3, 1], [4, 1]], normalized=True).answer
    Matrix([
    [3/5,  4/5],
    [4/5, -3/5]])
    """
    matrix = read_matrix(A)
    found = orthogonalize(matrix)
    given = factors(found, normalized=normalized)
    values = {
        "coefficients": given.R,
        "lengths_squared": tuple(QQ.to_sympy(square) for square in found.squares),
        "rank": len(found.kept),
        "independent_columns": found.kept,
    }
    adjective = "Orthonormal" if normalized else "Orthogonal"
    return WorkedExample(
        prose(f"{adjective} columns with the same span as those of {{A}}", A="A"),
        given.Q,
        factor_checks(matrix, found, given),
        partial(gram_schmidt_steps, matrix, found, given, normalized=normalized),
        values,
    )
