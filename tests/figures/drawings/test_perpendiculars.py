"""A line and a perpendicular that may miss it: what is drawn where, and what is refused."""

from itertools import pairwise

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.figures.drawings.perpendiculars import perpendiculars_of
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.space import View
from tests.figures.drawn import SKEW, marked, segments, words

VIEW = View(70, 18)
A, b, MISSING = SKEW[0]


def draw(c):
    return figures.perpendiculars(A, b, c, figures.axes(height=3.9))


def picture(*point):
    return pytest.approx(VIEW.project(np.array([point]))[0], abs=1e-9)


def pieces(c):
    found = perpendiculars_of(A, b, c).pieces()
    return {piece.name: piece.points for piece in found}


def test_a_perpendicular_that_misses_the_line():
    # by hand: the line is (1, 2, 3) + t (1, −2, 1); (2, 2, 2) is the point of the line through O
    # and (1, 1, 1) that is nearest to (1, 2, 3)
    found = pieces((2, 0))
    assert found["tip"] == pytest.approx(np.array([[2, 2, 2]]))
    assert found["gap"] == pytest.approx(np.array([[2, 2, 2], [1, 2, 3]]))
    assert found["nearest"] == pytest.approx(np.array([[1, 2, 3]]))
    shaded = found["blue"]
    assert shaded @ np.array([1, -2, 1]) == pytest.approx(np.zeros(len(shaded)))


def test_points_are_where_they_belong():
    ax = draw(MISSING)
    assert marked(ax, "green") == [picture(2, 2, 2)]
    assert marked(ax, "orange") == [picture(1, 2, 3)]
    assert {"L", r"(1,\, 2,\, 3)", r"(2,\, 2,\, 2)"} <= set(words(ax))
    # (1, 2, 3) + t (1, −2, 1) leaves the box at z = 5 and at y = −5
    ends = np.concatenate(segments(ax, "purple"))
    for end in (picture(3, -2, 5), picture(-0.5, 5, 1.5)):
        assert any(tuple(found) == end for found in ends)


def test_no_gap_where_the_lines_meet():
    assert "gap" not in pieces((2, 2))
    assert "skew" in pieces((2, 2))
    assert r"(2,\, 2,\, 2)" not in words(draw((1, 1)))


def test_no_direction_at_the_origin():
    assert {"skew", "gap"}.isdisjoint(pieces((0, 0)))


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw(MISSING).figure))
    assert scene["kind"] == "perpendiculars"
    assert (scene["A"], scene["b"]) == ([["1", "1", "1"], ["0", "1", "2"]], ["6", "8"])
    assert (scene["c"], scene["half"], scene["view"]) == (["2", "0"], 5, [70, 18])


@pytest.mark.parametrize(
    ("rows", "c", "error"),
    [
        (((1, 1, 1), (2, 2, 2)), (1, 1), ShapeError),
        (A, (1,), ShapeError),
        (((0, 0, 0), (2, 2, 2)), (1, 1), LinalgBookError),
    ],
)
def test_refused(rows, c, error):
    with pytest.raises(error):
        figures.perpendiculars(rows, b, c, figures.axes())


def test_no_word_covers_the_arrow_or_the_gap_for_an_eye_that_looks_along_the_line():
    along = (-63.435, 24.095)  # degrees: the direction (1, −2, 1)
    ax = figures.perpendiculars(A, b, MISSING, figures.axes(height=3.9), view=along)
    ends = View(*along).project(np.array([[0.5, 1, 1.5], [1, 2, 3], [2, 2, 2]]))
    shares = np.linspace(0, 1, 50)[:, np.newaxis]
    for start, end in pairwise(ends):  # half of the arrow, the gap
        seen = ax.transData.transform(start + shares * (end - start))
        for text in ax.texts:
            box = text.get_window_extent()
            assert not any(box.contains(x, y) for x, y in seen), text.get_text()
