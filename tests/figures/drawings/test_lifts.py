"""Points of two kinds, flat and lifted, with a cut."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.quadratic import Quadratic
from tests.figures.drawn import marked, paths, words
from tests.figures.moving import Moving, numbers

DISCS = [(0, 0), (2, 0), (-1, 2), (-1, -2)]
RINGS = [(5, 0), (3, 4), (0, 5), (-3, 4), (-5, 0), (-3, -4), (0, -5), (3, -4)]
SAME, OTHER = [(2, 2), (-2, -2)], [(2, -2), (-2, 2)]
# A bowl, the bowl that fails, a saddle at 0 and off it, a valley, a cut off the surface, no lift.
CASES = [
    (figures.lift, data)
    for data in (
        (DISCS, RINGS, (1, 0, 1), 12),
        (SAME, OTHER, (1, 0, 1), 8),
        (SAME, OTHER, (0, 1, 0), 0),
        (SAME, OTHER, (0, 1, 0), Fraction(3, 2)),
        (DISCS, RINGS, (0, 0, 1), 9),
        (DISCS, RINGS, (1, 1, -1), -50),
        (DISCS, RINGS, (0, 0, 0), 0),
    )
]
SIZES = {"lift": (4.2, 2.5)}


def lift_agrees(scene, facts):
    p, q, r = numbers(scene["feature"])
    heights = [
        [p * x * x + q * x * y + r * y * y for x, y in numbers(scene[kind])]
        for kind in ("discs", "rings")
    ]
    assert numbers(facts["heights"]) == heights
    low, high = sorted(heights, key=max)
    assert (facts["between"] is not None) == (max(low) < min(high))
    if facts["between"]:
        assert numbers(facts["between"]) == [max(low), min(high)]


MOVING = {
    "lift": Moving(
        "kernels/feature-maps",
        "feature-maps-lift",
        "it has all discs on one side",
        {"Disc 2 at": "ArrowUp", "Ring 1 at": "ArrowLeft", "Height of the cut": "ArrowDown"},
        {"Disc 2 at": (20.0, -10.0), "Height of the cut": (0.0, -30.0)},
        "height of the cut",
        "lift/geometry.js",
        "({ discs, rings, feature, cut }) => module.factsOf({ discs: read(discs), "
        "rings: read(rings), feature: read(feature), cut: read(cut) })",
        lift_agrees,
    ),
}


def test_the_cut_is_a_circle_between_discs_and_rings():
    ax = figures.lift(DISCS, RINGS, (1, 0, 1), 9, figures.axes(height=2.5))
    circle = paths(ax, "orange")[0]
    places = 6 * (circle + np.array([1.14, 0]))  # the left pane shows a disc of radius 6
    assert np.hypot(*places.T) == pytest.approx(np.full(len(places), 3))
    assert words(ax) == ["from above", "lifted"]
    assert len(marked(ax, "blue")) == 8  # each disc twice


def test_a_cut_off_the_surface_has_no_sheet():
    assert len(figures.lift(*CASES[0][1], figures.axes()).patches) == 1
    assert not figures.lift(*CASES[5][1], figures.axes()).patches


@pytest.mark.parametrize(
    ("coefficients", "height", "count"),
    [((1, 0, 1), 12, 1), ((1, 0, 1), 49, 0), ((1, 0, 1), 0, 0), ((0, 1, 0), 0, 2),
     ((1, 0, -1), 0, 2), ((0, 1, 1), 0, 2), ((1, 2, 1), 0, 2), ((0, 0, 0), 0, 0)],
)  # fmt: skip
def test_level_curves(coefficients, height, count):
    quadratic = Quadratic(np.array(coefficients, dtype=float), 6.0)
    curves = quadratic.level(height)
    assert len(curves) == count
    for curve in curves:
        assert quadratic.at(curve) == pytest.approx(np.full(len(curve), height), abs=1e-9)
        assert np.hypot(*curve.T).max() <= 6 + 1e-9


def test_the_surface_stands_between_its_ends():
    quadratic = Quadratic(np.array([0.0, 1.0, 0.0]), 2.0)
    assert quadratic.range == (-2, 2)
    lifted = quadratic.lifted(np.array([[np.sqrt(2), np.sqrt(2)], [0, 0]]), np.array([2.0, 0.0]))
    assert lifted[:, 2] == pytest.approx([0.8, 0])


@pytest.mark.parametrize(
    ("discs", "rings", "feature"),
    [([], RINGS, (1, 0, 1)), (DISCS, [(1, 2, 3)], (1, 0, 1)), (DISCS, RINGS, (1, 1)),
     ([(0, np.nan)], RINGS, (1, 0, 1)), ([(0, 0)] * 13, RINGS, (1, 0, 1))],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(discs, rings, feature):
    with pytest.raises(LinalgBookError, match="expected"):
        figures.lift(discs, rings, feature, 1, figures.axes())
