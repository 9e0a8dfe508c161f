"""Shortest polynomials through points, and curves with points they have not seen."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from tests.figures.drawn import marked, paths, words
from tests.figures.moving import Moving, flat, numbers

HALF = Fraction(1, 2)
POINTS = [(-1, 1), (-HALF, 3), (0, 2), (HALF, 0), (1, 2)]
# Fewer coefficients than points, as many, more; another c; two points.
CASES = [
    *[
        (figures.shortest_polynomials, data)
        for data in (
            (POINTS, 2, 1),
            (POINTS, 4, 1),
            (POINTS, 9, 1),
            (POINTS, 12, 12),
            ([(0, 1), (2, 1)], 3, HALF),
        )
    ],
    (figures.curves_and_points, ([(0, 0), (1, 2), (2, 1)], {"one": np.cos, "two": np.sin})),
]


def polynomials_agree(scene, facts):
    points, degree = numbers(scene["points"]), int(scene["degree"])
    places, values = [[x] for x, _ in points], [y for _, y in points]
    found = [numbers(w) for w in facts["coefficients"]]
    if degree < len(points) - 1:
        features = [[x**j for j in range(degree + 1)] for (x,) in places]
        expected = [flat(exact.least_squares(features, values).answer)] * 2
    else:
        given = {"c": Fraction(scene["c"])}
        expected = [
            flat(exact.feature_interpolation(places, values, degree, **options).answer)
            for options in (given, {"equal": True})
        ]
    assert found == expected


MOVING = {
    "polynomials": Moving(
        "kernels/feature-maps",
        "feature-maps-degree",
        "4, so 5 coefficients for 5 points",
        {"Point 1 at": "ArrowUp", "Point 5 at": "ArrowLeft"},
        {"Point 3 at": (5.0, 30.0), "Point 2 at": (0.0, -20.0)},
        "constant c of the weights",
        "polynomials/geometry.js",
        "({ points, degree, c }) => module.factsOf({ points: read(points), "
        "degree: Number(degree), constant: read(c) })",
        polynomials_agree,
    ),
}


def test_as_many_coefficients_as_points_leave_one_curve():
    ax = figures.shortest_polynomials(POINTS, 4, 3, figures.axes())
    solid, dashed = paths(ax, "orange")[0], paths(ax, "purple")[0]
    assert solid == pytest.approx(dashed, abs=1e-9)
    assert marked(ax, "blue") == [tuple(map(float, point)) for point in POINTS]
    ax = figures.shortest_polynomials(POINTS, 9, c=3, ax=figures.axes())
    solid, dashed = paths(ax, "orange")[0], paths(ax, "purple")[0]
    assert np.abs(solid - dashed).max() > 0.1


def test_the_curves_are_those_of_the_exact_function():
    ax = figures.shortest_polynomials([(1, 2), (2, 2)], 3, 2, figures.axes())
    for color, options in (("orange", {"c": 2}), ("purple", {"equal": True})):
        w = exact.feature_interpolation([[1], [2]], [2, 2], 3, **options).answer
        x, y = paths(ax, color)[0].T
        expected = np.polynomial.polynomial.polyval(x, [float(entry) for entry in w])
        assert y == pytest.approx(expected)


def test_other_points_are_rings():
    ax = figures.curves_and_points(
        [(0, 0), (1, 2)], {"a": lambda x: 2 * x}, figures.axes(), others=[(0.5, 2)]
    )
    assert marked(ax, "blue") == [(0, 0), (1, 2)]
    assert words(ax) == ["a"]
    assert ax.lines[-1].get_xydata().tolist() == [[0.5, 2]]


@pytest.mark.parametrize(
    ("points", "degree", "c"),
    [([(0, 1)], 2, 1), (POINTS, 0, 1), (POINTS, 13, 1), (POINTS, 2, 0), ([(0, 1), (0, 2)], 2, 1),
     ([(0, 1), (1, np.inf)], 2, 1), ([(k, 0) for k in range(7)], 2, 1)],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(points, degree, c):
    with pytest.raises(LinalgBookError, match="expected"):
        figures.shortest_polynomials(points, degree, c, figures.axes())


def test_no_curve_is_refused():
    with pytest.raises(LinalgBookError, match="from one to three curves"):
        figures.curves_and_points([(0, 0), (1, 2)], {}, figures.axes())
