"""The mean of several draws: where it lies, how far it strays, how often it strays far."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike, WholeNumber
from linalg_book.errors import EmptySystemError
from linalg_book.exact.engine.sampling import Sampled, mean_of, sampled, spread_of, tail
from linalg_book.exact.reading.amounts import read_distance, read_weights
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.records import SampleMean
from linalg_book.exact.steps.sample_mean import sample_mean_steps, sample_mean_title
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import fraction, row, words
from linalg_book.writing.prose import prose

__all__ = ["sample_mean"]


def sample_mean(
    A: MatrixLike,
    draws: WholeNumber,
    distance: NumberLike = 1,
    *,
    weights: ColumnLike = None,
) -> WorkedExample:
    """Say what is to be expected of the mean of independent draws from a few outcomes.

    Its mean is that of one draw, and its variance that of one draw, divided by their number.
    Chebyshev's inequality bounds how often it is far from there; the exact probability, from all
    sums that the draws can have, stands beside the bound.

    Parameters
    ----------
    A : matrix with m rows
        The outcomes, one a row: a number each, or a point.  Equal rows are allowed.
    draws : int
        How many outcomes the mean is of: k, from 1 on.  They are drawn with replacement,
        independently.
    distance : number, default 1
        How far is far: δ > 0.  At least so far counts as far.
    weights : sequence of m numbers, optional
        How likely the outcomes are: positive, in any unit.  Without them all rows are equally
        likely.

    Returns
    -------
    WorkedExample
        ``answer`` is the mean, a column.  ``values`` holds ``probabilities``, ``draws``,
        ``variance_of_one`` (the mean square of the distance of one draw from the mean),
        ``covariance_of_one``, ``variance`` (that of the mean of the draws), ``distance``,
        ``tail`` (the probability to be at least so far away) and ``bound`` (Chebyshev's, which
        may be above 1).

    Raises
    ------
    EmptySystemError
        If there is no outcome.
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex or no rational number, ``draws`` no whole number from 1
        on, or the distance or a weight not positive.
    ShapeError
        If ``A`` is no matrix, or ``weights`` does not have one entry for each of its rows.
    TooLargeError
        If the draws can have more than 20,000 different sums, or counting them takes more than
        200,000 additions: about 200 draws from four numbers, 400 from two.

    Notes
    -----
    With floats there is nothing to add to NumPy: ``np.average(A, axis=0, weights=weights)`` is
    the mean, ``np.cov(A.T, aweights=weights, ddof=0)`` the covariance of one draw, and how often
    a mean is far away is counted over draws of a ``numpy.random.Generator``.

    The bound is tr(C)/(kδ²) with the covariance matrix C of one draw [1]_.

    .. [1] P. L. Chebyshev, "Des valeurs moyennes", *Journal de mathématiques pures et appliquées*
       12 (1867), 177-184.

    Introduced in: sec-sampling

    Examples
    --------
    >>> from linalg_book.exact import sample_mean
    >>> example = sample_mean([[1], ["1/2"], ["-1/2"]], 4, "1/2", weights=[2, 1, 1])
    >>> example.answer, example.values["variance"]
    (Matrix([[1/2]]), 3/32)
    >>> example.values["tail"], example.values["bound"]
    (35/256, 3/8)
    """
    outcomes = read_matrix(A)
    m, n = outcomes.shape
    if not m:
        raise EmptySystemError(
            "expected at least 1 outcome, but A has no row: give what may be drawn, one a row."
        ).about("A")
    number = whole_number(draws, "draws", 1, remedy="say how many outcomes are drawn")
    far = read_distance(distance)
    likely = (QQ(1),) * m if weights is None else read_weights(weights, m)
    found = sampled(outcomes, likely, number)
    variance = found.variance / number
    values = SampleMean(
        probabilities=to_sympy(found.probabilities),
        draws=number,
        variance_of_one=QQ.to_sympy(found.variance),
        covariance_of_one=to_sympy(found.covariance),
        variance=QQ.to_sympy(variance),
        distance=QQ.to_sympy(far),
        tail=QQ.to_sympy(tail(found, far)),
        bound=QQ.to_sympy(variance / far**2),
    )
    return WorkedExample(
        sample_mean_title(number),
        to_sympy(found.mean),
        _checks(found, values, n),
        partial(sample_mean_steps, found, values),
        values._asdict(),
    )


def _checks(found: Sampled, values: SampleMean, n: int) -> tuple[Check, ...]:
    """Find mean and variance once more, from the probabilities of all means."""
    counted: Any = mean_of(found.law, n)
    column = DomainMatrix([[x] for x in counted], (n, 1), QQ)
    return (
        Check(
            prose("the mean of all means that the draws can have is the mean of one draw"),
            row(words("mean of the means"), "=", words("mean of one draw")),
            to_sympy(column),
            to_sympy(found.mean),
        ),
        Check(
            prose("their mean square distance from it is the variance of one draw, divided by {k}",
                  k="k"),
            row(words("variance of the means"), "=", fraction("v", "k")),
            QQ.to_sympy(spread_of(found.law, counted)),
            values.variance_of_one / sympy.Integer(values.draws),
        ),
    )  # fmt: skip
