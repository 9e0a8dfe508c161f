"""The mean error of the shortest fit of random features."""

from __future__ import annotations

from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.whole_numbers import whole_number

__all__ = ["interpolation_error"]


def interpolation_error(examples: int, features: int, signal: float, noise: float) -> float:
    """Compute the mean of ‖X⁺y − w‖² for y = X w + e with random X and e.

    The entries of X are independent standard normal numbers.  Those of e are independent of X
    and uncorrelated with each other, with mean 0 and one variance.

    Parameters
    ----------
    examples : int
        N, the number of rows of X, from 1 on.
    features : int
        p, the number of columns of X, from 1 on.
    signal : float
        ‖w‖², not negative.
    noise : float
        The variance τ² of the entries of e, not negative.

    Returns
    -------
    float
        The mean, in the unit of ``signal``; infinite for noise > 0 and p from N − 1 to
        N + 1.

    Raises
    ------
    InvalidNumberError
        If a count is no whole number from 1 on, or a size no finite number from 0 on.

    Notes
    -----
    It is τ² p/(N − p − 1) for p ≤ N − 2 and ‖w‖²(1 − N/p) + τ² N/(p − N − 1) for p ≥ N + 2 [1]_.
    For a new example with independent standard normal entries it is the mean squared error of
    the prediction, too, its own noise not counted.  Features that are not used act as noise: add
    the squared length of their coefficients to τ² and to the result.

    .. [1] M. Belkin, D. Hsu, J. Xu, "Two models of double descent for weak features", *SIAM
       Journal on Mathematics of Data Science* 2 (2020), 1167-1180.

    Introduced in: sec-interpolation

    Examples
    --------
    >>> from linalg_book.numeric import interpolation_error
    >>> [interpolation_error(5, p, signal=8, noise=1) for p in (1, 3, 5, 10)]
    [0.3333333333333333, 3.0, inf, 5.25]
    """
    N, p = whole_number(examples, "examples", 1), whole_number(features, "features", 1)
    length, variance = at_least_zero(signal, "signal"), at_least_zero(noise, "noise")
    unseen = length * (1 - N / p) if p > N else 0.0
    if not variance:
        return unseen
    if abs(p - N) <= 1:
        return float("inf")
    return unseen + variance * min(p, N) / (abs(p - N) - 1)
