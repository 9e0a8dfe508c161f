"""One to three planes: what is drawn where, and what is refused."""

import numpy as np
import pytest
from matplotlib.patches import Polygon

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.figures.kit.space import View
from tests.figures.drawn import SOME_PLANES, marked, segments, words

VIEW = View(70, 18)
ONE, POINT, PRISM, *_ = SOME_PLANES


def draw(A, b):
    return figures.planes_in_box(A, b, figures.axes(height=3.9))


def picture(*point):
    return pytest.approx(VIEW.project(np.array([point]))[0], abs=1e-9)


def test_one_plane_with_its_nearest_point():
    # by hand: the normal (2, −1, 2) has length 3, and 9/3² = 1
    ax = draw(*ONE)
    assert marked(ax, "orange") == [picture(2, -1, 2)]
    (way,) = segments(ax, "orange")[-1:]
    assert {"2x - y + 2z = 9", r"(2,\, {-1},\, 2)"} <= set(words(ax))
    assert way.shape == (2, 2)


def test_three_planes_with_one_point():
    # by hand: z = 3, so x + y = 3 and x − y = 2
    ax = draw(*POINT)
    assert marked(ax, "orange") == [picture(2.5, 0.5, 3)]
    assert {"x + y + z = 6", "x - y = 2", "z = 3"} <= set(words(ax))


def test_a_prism_has_no_point():
    ax = draw(*PRISM)
    assert marked(ax, "orange") == []
    # the planes meet in the upright lines over (−1, 1), (−1, −1) and (1, 0)
    strokes = [ends for ends in segments(ax, "ink") if len(ends) == 2]
    for x, y in ((-1, 1), (-1, -1), (1, 0)):
        for z in (-2, 2):
            assert any(tuple(end) == picture(x, y, z) for ends in strokes for end in ends)


def test_three_planes_through_one_line_show_each_face():
    ax = draw([(1, 0, 0), (0, 1, 0), (1, 1, 0)], [1, 1, 2])
    colors = {patch.get_facecolor()[:3] for patch in ax.patches if isinstance(patch, Polygon)}
    assert len(colors) == 4  # paper and three tints
    assert marked(ax, "orange") == [picture(1, 1, 0)]


@pytest.mark.parametrize(
    ("A", "b", "error"),
    [
        ([], [], ShapeError),
        ([(1, 2)], [3], ShapeError),
        ([(1, 2, 3)] * 4, [3] * 4, ShapeError),
        ([(1, 2, 3)], [3, 4], ShapeError),
        ([(0, 0, 0)], [3], LinalgBookError),
        ([(1, 0, float("nan"))], [3], LinalgBookError),
    ],
)
def test_refused(A, b, error):
    with pytest.raises(error):
        draw(A, b)
