"""Three solutions of one equation beside three functions with the same lengths."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from linalg_book.numeric import ntk
from tests.figures.drawn import marked, paths, words

POINTS = [(-1, 2), (1, -1)]
CASES = [
    (figures.same_triangle, (POINTS, 0.25)),
    (figures.same_triangle, ([(0, 3)], 1)),
]
SIZES = {"same_triangle": (4.2, 2.4)}


def test_the_line_with_its_points():
    ax = figures.same_triangle(POINTS, 0.25, figures.axes(height=2.4))
    # the pane's middle, (1.9, 1.6), stands at −1.14, and 2.6 is half of its side

    def at(x, y):
        return pytest.approx((-1.14 + (x - 1.9) / 2.6, (y - 1.6) / 2.6))

    assert marked(ax, "orange") == [at(36 / 25, 48 / 25)]
    assert marked(ax, "purple") == [at(4, 0)]
    assert marked(ax, "ink") == [at(0, 3), at(0, 0)]
    assert sorted(words(ax)) == sorted(["x", "y", "t", *["4", "3", "12/5"] * 2])


def test_functions_have_the_lengths_of_the_points():
    ax = figures.same_triangle(POINTS, 0.25, figures.axes(height=2.4))
    curves = [max(paths(ax, color), key=len) for color in ("orange", "purple", "ink")]
    places = 2 * (curves[0][:, 0] - 1.14)
    # drawn heights are parts of one number; the lengths of the three are as 12/5 to 4 to 3
    chosen = [40, 120, 90]  # at −1, 1 and 0.25
    np.testing.assert_allclose(places[chosen], [-1, 1, 0.25])
    inputs = np.column_stack([np.ones(3), places[chosen]])
    K = ntk(inputs, depth=1)
    values = [curve[chosen, 1] for curve in curves]
    lengths = [float(np.sqrt(v @ np.linalg.solve(K, v))) for v in values]
    assert np.array(lengths) / lengths[0] == pytest.approx([1, 4 / 2.4, 3 / 2.4])
    heights = [y for x, y in marked(ax, "blue") if x > 0]
    assert [v[:2] for v in values] == [pytest.approx(heights)] * 3


@pytest.mark.parametrize(
    "given",
    [
        ([(0, 1), (0, 2)], 1),
        ([(0, 1)], 0),
        ([(0, 0), (1, 0)], 0.5),
        ([(0, float("nan"))], 1),
    ],
)
def test_refused(given):
    with pytest.raises(LinalgBookError):
        figures.same_triangle(*given, figures.axes(height=2.4))
