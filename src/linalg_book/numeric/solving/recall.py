"""A memory made of a matrix: recall a stored pattern from a damaged one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from linalg_book.errors import ShapeError, UnknownMethodError
from linalg_book.numeric.reading.floats import Array, flat_column, read_floats
from linalg_book.numeric.reading.matrices import cut_off, read_matrix, triples
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike

__all__ = ["recall"]

Rule = Literal["projection", "hebb"]

_ZERO = 1e-12  # part of the largest entry up to which a sign is that of rounding
_MOST = 1000  # rounds; in exact arithmetic it stands still by itself


def recall(
    patterns: MatrixLike,
    probe: ColumnLike,
    *,
    rule: Rule = "projection",
    signs: bool = False,
) -> Array:
    """Recall from a probe the pattern that a matrix remembers.

    Parameters
    ----------
    patterns : array_like, shape (N, d)
        X, one stored pattern in each row, d ≥ 1.
    probe : array_like, shape (d,)
        x, what is shown to the memory.
    rule : str
        "projection" multiplies by X⁺X: the combination of patterns nearest to x.
        "hebb" multiplies by XᵀX/d.
    signs : bool, default False
        Replace each entry of the result by its sign, where it is not 0, and start again with
        that until nothing changes: for patterns of 1 and −1.

    Returns
    -------
    ndarray, shape (d,)
        What is recalled, float64.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number.
    ShapeError
        If there is no column, or ``probe`` does not have one entry for each.
    UnknownMethodError
        If ``rule`` is neither of the two.

    Notes
    -----
    XᵀX/d is the rule of Hebb in Hopfield's network [1]_, with its diagonal; X⁺X is the memory of
    Kohonen, and of Personnaz, Guyon and Dreyfus [2]_.  Both matrices M are positive
    semidefinite, so with ``signs`` s·M s grows from step to step, and the steps come to an end.
    Singular values up to max(N, d)·eps·σ₁ count as zero.

    .. [1] J. J. Hopfield, "Neural networks and physical systems with emergent collective
       computational abilities", *Proceedings of the National Academy of Sciences* 79 (1982).
    .. [2] L. Personnaz, I. Guyon, G. Dreyfus, "Information storage and retrieval in spin-glass
       like neural networks", *Journal de Physique Lettres* 46 (1985).

    Introduced in: sec-interpolation

    Examples
    --------
    >>> from linalg_book.numeric import recall
    >>> X = [[1, 1, 1, 1], [1, 1, 1, -1]]
    >>> recall(X, [1, 1, -1, -1], rule="hebb").tolist()
    [0.5, 0.5, 0.5, -0.5]
    >>> recall(X, [1, 1, -1, -1]).round(12).tolist()
    [0.333333333333, 0.333333333333, 0.333333333333, -1.0]
    >>> recall(X, [1, 1, -1, -1], signs=True).tolist()
    [1.0, 1.0, 1.0, -1.0]
    """
    X = read_matrix(patterns, "patterns")
    x = flat_column(read_floats(probe, "probe"))
    if not X.shape[1] or x.shape != X.shape[1:]:
        raise ShapeError(
            f"probe is expected to have one entry for each column of the patterns, at least one, "
            f"but has shape {x.shape}, and the patterns {X.shape}: make them fit."
        ).about("probe")
    step = _step(X, rule)
    return _settled(step, x) if signs else step(x)


def _step(X: Array, rule: str) -> Callable[[Array], Array]:
    """Return what one multiplication by the memory does."""
    if rule == "hebb":
        return lambda x: X.T @ (X @ x) / X.shape[1]
    if rule != "projection":
        raise UnknownMethodError(
            f'expected the rule "projection" or "hebb", received {rule!r}: choose one of these.'
        ).about("rule")
    found = triples(X)
    V = found.V[:, : found.rank(cut_off(X.shape, None))]
    return lambda x: V @ (V.T @ x)


def _settled(step: Callable[[Array], Array], x: Array) -> Array:
    """Take signs, step by step, until nothing changes; an entry of 0 decides nothing."""
    for _ in range(_MOST):
        found = step(x)
        clear = np.abs(found) > _ZERO * np.max(np.abs(found), initial=0.0)
        following = np.where(clear, np.sign(found), x)
        if np.array_equal(following, x):
            break
        x = following
    return x
