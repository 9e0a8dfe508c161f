"""Curves of kernel regression: sums of bumps."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from tests.figures.drawn import marked, paths, segments, words
from tests.figures.moving import Moving, numbers

HALVES = 1 / np.sqrt(2 * np.log(2))  # a bump is 1/2 at the distance 1, 1/16 at the distance 2
THREE = [(0, 1), (1, 0), (2, 1)]
REPEATED = [(0, 1), (1, 0), (1, 2)]
CASES = [
    (figures.kernel_curve, data)
    for data in (
        (THREE, HALVES, 0),
        (THREE, HALVES, Fraction(1, 2)),
        (REPEATED, 1, 0),
        ([(3, -2)], 1, 0),
        ([(0, 0), (1, 0)], 1, 1),
    )
]


def bumps_agree(scene, facts):
    points = np.array(numbers(scene["points"]), dtype=float)
    length, penalty = float(Fraction(scene["length"])), float(Fraction(scene["penalty"]))
    x, y = points.T
    K = np.exp(-((x[:, None] - x) ** 2) / (2 * length**2))
    alpha = np.linalg.pinv(K + penalty * np.eye(len(x)), rtol=1e-12) @ y
    assert facts["alpha"] == pytest.approx(alpha, rel=1e-6, abs=1e-9)
    assert facts["fitted"] == pytest.approx(K @ alpha, rel=1e-6, abs=1e-9)
    assert facts["size"] == pytest.approx(alpha @ K @ alpha, rel=1e-6)


MOVING = {
    "bumps": Moving(
        "kernels/kernel-regression",
        "kernel-regression-bumps",
        "for ℓ = 17/20 and λ = 0 it passes through all points",
        {"Point 2 at": "ArrowUp", "length scale ℓ": "ArrowRight"},
        {"Point 3 at": (10.0, 20.0)},
        "penalty λ, exactly",
        "bumps/geometry.js",
        "({ points, length, penalty }) => module.factsOf({ points: read(points), "
        "length: read(length), penalty: read(penalty) })",
        bumps_agree,
    ),
}


def test_the_bumps_add_up_to_the_curve_and_have_the_heights_found_by_hand():
    ax = figures.kernel_curve(THREE, HALVES, 0, figures.axes())
    bumps, (curve,) = paths(ax, "ink"), paths(ax, "orange")
    assert sum(bump[:, 1] for bump in bumps) == pytest.approx(curve[:, 1])
    tops = [bump[np.argmax(np.abs(bump[:, 1]))] for bump in bumps]
    assert [top[1] for top in tops] == pytest.approx([16 / 9, -16 / 9, 16 / 9], abs=0.01)
    assert [top[0] for top in tops] == pytest.approx([0, 1, 2], abs=0.05)
    assert marked(ax, "blue") == THREE
    assert words(ax) == [f"\\alpha_{i}" for i in (1, 2, 3)]
    assert not segments(ax, "purple")


def test_repeated_points_are_missed_by_as_much_on_both_sides():
    ax = figures.kernel_curve(REPEATED, 1, 0, figures.axes())
    ends = [segment[:, 1] for segment in segments(ax, "purple")]
    assert sorted(map(tuple, ends)) == [pytest.approx((0, 1)), pytest.approx((2, 1))]


@pytest.mark.parametrize(
    ("points", "length", "penalty"),
    [([], 1, 0), ([(0, 1, 2)], 1, 0), (THREE, 0, 0), (THREE, 1, -1), ([(0, np.inf)], 1, 0),
     ([(k, 0) for k in range(7)], 1, 0)],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(points, length, penalty):
    with pytest.raises(LinalgBookError, match="expected"):
        figures.kernel_curve(points, length, penalty, figures.axes())
