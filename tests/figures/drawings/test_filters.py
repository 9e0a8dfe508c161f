"""What ridge, a cut-off and descent let through of singular directions."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving

CASES = [
    (figures.filter_factors, ([9, 1], 9)),
    (figures.filter_factors, ([120, 75, 31.5, 10, 2, 0.5], 100)),
    (figures.filter_factors, ([3], Fraction(1, 4))),
]


def filters_agree(scene, facts):
    sigma, price = np.array(scene["sigma"]), float(Fraction(scene["penalty"]))
    assert facts["ridge"] == pytest.approx(float(np.sum(sigma**2 / (sigma**2 + price))))
    assert facts["kept"] == int(np.count_nonzero(sigma > price**0.5))
    w, steps = np.zeros_like(sigma), max(1, round(sigma.max() ** 2 / price))
    for _ in range(steps):  # one equation σ w = σ for each direction: w tends to 1
        w += sigma / sigma.max() ** 2 * (sigma - sigma * w)
    assert facts["steps"] == steps
    assert facts["descent"] == pytest.approx(float(w.sum()))


MOVING = {
    "filters": Moving(
        "regression/regularization",
        "regularization-filters",
        "λ = 100 lets through",
        {"cut and middle": "ArrowRight"},
        {"cut and middle": (40, 0)},
        "penalty λ, exactly",
        "filters/geometry.js",
        "({ sigma, penalty }) => module.filtersOf(sigma, read(penalty).valueOf())",
        filters_agree,
    ),
}


def curves(ax):
    """List the curves of many points."""
    return [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) > 90]


def test_filters_by_hand():
    # σ₁ = 9, λ = 9: nine steps of 1/81; at σ = 3 ridge has 1/2
    ax = figures.filter_factors([9, 1], 9, figures.axes())
    descent, ridge = curves(ax)
    assert marked(ax, "orange") == [pytest.approx((np.log10(3), 0.5))]
    at = np.argmin(np.abs(ridge[:, 0] - np.log10(3)))
    sigma = 10 ** ridge[at, 0]
    assert ridge[at, 1] == pytest.approx(sigma**2 / (sigma**2 + 9))
    assert descent[at, 1] == pytest.approx(1 - (1 - sigma**2 / 81) ** 9)
    assert words(ax)[-3:] == ["ridge", "cut", "descent"]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.filter_factors([1, 0], 1, ax), InvalidNumberError),
        (lambda ax: figures.filter_factors([1, 2], 0, ax), InvalidNumberError),
        (lambda ax: figures.filter_factors([1, 2], 5, ax), InvalidNumberError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
